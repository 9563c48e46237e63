import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { ServiceRole } from '../analysis/argument';
import { analysisToKube, type AnalysisTarget, type BoundAnalysis } from '../analysis/bound-analysis';
import { type DurationLike, secondsOf } from '../manifests/duration';
import type { Promotion } from './promotion';
import { Rollout, type RolloutProps } from './rollout';
import type { RolloutAnalysisWire, RolloutStrategyWire } from './wire';

/** What a `BlueGreenRollout` is made of. */
export interface BlueGreenRolloutProps extends RolloutProps {
  /** When production moves to the new pods. */
  readonly promotion: Promotion;
  /**
   * Checks on the new pods before they get production traffic. Metrics of production traffic say nothing here: nobody
   * calls the preview Service yet.
   * @default - none
   */
  readonly prePromotionAnalysis?: readonly BoundAnalysis[];
  /**
   * Checks after the switch, while the old pods still run; when one fails, production moves back.
   * @default - none
   */
  readonly postPromotionAnalysis?: readonly BoundAnalysis[];
  /**
   * How long the old pods run after the promotion, ready to take over again at once.
   * @default 30s
   */
  readonly scaleDownDelay?: DurationLike;
}

/**
 * Brings up the new version beside the old one and moves all traffic at once. Makes the Rollout and its two Services:
 * the active one, with the rollout's name, and `<name>-preview`.
 *
 * @see rollout/bluegreen.go in argoproj/argo-rollouts
 */
export class BlueGreenRollout extends Rollout {
  /** The Service that clients call. */
  public readonly activeService: kplus.Service;
  /** The Service that leads to the pods waiting for promotion. */
  public readonly previewService: kplus.Service;
  private readonly props: BlueGreenRolloutProps;

  public constructor(scope: Construct, id: string, props: BlueGreenRolloutProps) {
    super(scope, id, props);
    this.props = props;
    this.activeService = this.createService('ActiveService', this.name);
    this.previewService = this.createService('PreviewService', `${this.name}-preview`);
  }

  protected override get clientService(): kplus.Service {
    return this.activeService;
  }

  protected override get analyses(): readonly BoundAnalysis[] {
    return [...(this.props.prePromotionAnalysis ?? []), ...(this.props.postPromotionAnalysis ?? [])];
  }

  /** @internal */
  protected override _strategy(): RolloutStrategyWire {
    const { promotion, scaleDownDelay, prePromotionAnalysis, postPromotionAnalysis } = this.props;
    return {
      blueGreen: {
        activeService: this.activeService.name,
        previewService: this.previewService.name,
        ...promotion._toKube(),
        prePromotionAnalysis: this.analysis(prePromotionAnalysis),
        postPromotionAnalysis: this.analysis(postPromotionAnalysis),
        scaleDownDelaySeconds: scaleDownDelay && secondsOf(scaleDownDelay, 'scaleDownDelay'),
      },
    };
  }

  private analysis(checks: readonly BoundAnalysis[] = []): RolloutAnalysisWire | undefined {
    const target: AnalysisTarget = { serviceName: (role) => this.serviceName(role) };
    return checks.length > 0 ? analysisToKube(checks, target) : undefined;
  }

  private serviceName(role: ServiceRole): string | { readonly missing: string } {
    if (role === 'active') return this.activeService.name;
    if (role === 'preview') return this.previewService.name;
    return { missing: `a blue-green rollout has no ${role} Service. use Arg.${role === 'stable' ? 'active' : 'preview'}Service()` };
  }
}
