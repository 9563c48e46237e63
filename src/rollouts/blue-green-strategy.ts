import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { ServiceRole } from '../analysis/argument';
import type { AnalysisTarget, BoundAnalysis } from '../analysis/bound-analysis';
import { type DurationLike, secondsOf } from '../manifests/duration';
import { fail } from '../render/construct-error';
import type { AntiAffinity } from './anti-affinity';
import { type DelayOrNever, delaySeconds } from './delay';
import { type EphemeralMetadata, refuseSelectedLabels } from './ephemeral-metadata';
import { checkedPodCount, type PodCount } from './pod-count';
import type { Promotion } from './promotion';
import { checksOf, refuseConflictsOf, type RolloutAnalysis, rolloutAnalysisToKube } from './rollout-analysis';
import type { RolloutServices } from './rollout-services';
import type { RolloutSpecProps } from './rollout-spec';
import type { RolloutStrategy } from './rollout-strategy';
import type { RolloutStrategyWire } from './wire';

/** How a blue-green rollout is released. */
export interface BlueGreenStrategyProps {
  /** When production moves to the new pods. */
  readonly promotion: Promotion;
  /**
   * Checks on the new pods before they get production traffic. Metrics of production traffic say nothing here: nobody
   * calls the preview Service yet.
   * @default - none
   */
  readonly prePromotionAnalysis?: RolloutAnalysis;
  /**
   * Checks after the switch, while the old pods still run; when one fails, production moves back.
   * @default - none
   */
  readonly postPromotionAnalysis?: RolloutAnalysis;
  /**
   * How long the old pods run after the promotion, ready to take over again at once.
   * @default 30s
   */
  readonly scaleDownDelay?: DurationLike;
  /**
   * How many old ReplicaSets may run at a time until their delay is over.
   * @default - all of them
   */
  readonly scaleDownDelayRevisionLimit?: number;
  /**
   * How long the new pods stay after the rollout was aborted.
   * @default 30s
   */
  readonly abortScaleDownDelay?: DelayOrNever;
  /**
   * How many pods the new version has until it is promoted.
   * @default - as many as there are replicas
   */
  readonly previewReplicaCount?: number;
  /**
   * How many pods may be unavailable when they are restarted.
   * @default '25%'
   */
  readonly maxUnavailable?: PodCount;
  /**
   * Keeps old and new pods on different nodes during an update.
   * @default - they may share nodes
   */
  readonly antiAffinity?: AntiAffinity;
  /**
   * What pods carry while they wait for promotion.
   * @default - none
   */
  readonly previewMetadata?: EphemeralMetadata;
  /**
   * What pods carry while they are in production.
   * @default - none
   */
  readonly activeMetadata?: EphemeralMetadata;
}

/** Moves all traffic at once. */
export class BlueGreenStrategy implements RolloutStrategy {
  /** The Service that clients call. */
  public readonly activeService: kplus.Service;
  /** The Service that leads to the pods waiting for promotion. */
  public readonly previewService: kplus.Service;

  public constructor(
    scope: Construct,
    rollout: { readonly name: string; readonly services: RolloutServices } & Pick<RolloutSpecProps, 'replicas' | 'revisionHistoryLimit'>,
    private readonly props: BlueGreenStrategyProps,
  ) {
    this.check(scope, rollout.replicas, rollout.revisionHistoryLimit);
    const { previewMetadata, activeMetadata } = props;
    refuseSelectedLabels(scope, { previewMetadata, activeMetadata }, rollout.services.podLabels);
    refuseConflictsOf(props.prePromotionAnalysis);
    refuseConflictsOf(props.postPromotionAnalysis);
    this.activeService = rollout.services.create('ActiveService', rollout.name);
    this.previewService = rollout.services.create('PreviewService', `${rollout.name}-preview`);
  }

  public get clientService(): kplus.Service {
    return this.activeService;
  }

  public get analyses(): readonly BoundAnalysis[] {
    return [...checksOf(this.props.prePromotionAnalysis), ...checksOf(this.props.postPromotionAnalysis)];
  }

  public toKube(): RolloutStrategyWire {
    const { props } = this;
    const target: AnalysisTarget = { serviceName: (role) => this.serviceName(role) };
    return {
      blueGreen: {
        activeService: this.activeService.name,
        previewService: this.previewService.name,
        ...props.promotion._toKube(),
        prePromotionAnalysis: rolloutAnalysisToKube(props.prePromotionAnalysis, target),
        postPromotionAnalysis: rolloutAnalysisToKube(props.postPromotionAnalysis, target),
        scaleDownDelaySeconds: props.scaleDownDelay && secondsOf(props.scaleDownDelay, 'scaleDownDelay'),
        scaleDownDelayRevisionLimit: props.scaleDownDelayRevisionLimit,
        abortScaleDownDelaySeconds: delaySeconds(props.abortScaleDownDelay, 'abortScaleDownDelay'),
        previewReplicaCount: props.previewReplicaCount,
        maxUnavailable: props.maxUnavailable === undefined ? undefined : checkedPodCount(props.maxUnavailable, 'maxUnavailable'),
        antiAffinity: props.antiAffinity?._toKube(),
        previewMetadata: props.previewMetadata,
        activeMetadata: props.activeMetadata,
      },
    };
  }

  private check(scope: Construct, replicas?: number, revisionHistoryLimit = 10): void {
    const { previewReplicaCount: preview, scaleDownDelayRevisionLimit: limit } = this.props;
    if (preview !== undefined && (!Number.isInteger(preview) || preview < 1)) {
      throw fail(scope, `previewReplicaCount is ${preview}. give a whole number of pods, 1 or more`);
    }
    if (preview !== undefined && replicas !== undefined && preview > replicas) {
      throw fail(scope, `previewReplicaCount is ${preview}, more than the ${replicas} replicas. set it to at most ${replicas}, or leave it out`);
    }
    if (limit !== undefined && (!Number.isInteger(limit) || limit < 0 || limit > revisionHistoryLimit)) {
      throw fail(scope, `scaleDownDelayRevisionLimit is ${limit}, and ${revisionHistoryLimit} old ReplicaSets are kept. ` +
        `give a whole number from 0 to ${revisionHistoryLimit}, or raise revisionHistoryLimit`);
    }
  }

  private serviceName(role: ServiceRole): string | { readonly missing: string } {
    if (role === 'active') return this.activeService.name;
    if (role === 'preview') return this.previewService.name;
    return { missing: `a blue-green rollout has no ${role} Service. use Arg.${role === 'stable' ? 'active' : 'preview'}Service()` };
  }
}
