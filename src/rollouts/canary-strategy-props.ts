import type { BackgroundAnalysis } from '../analysis/background-analysis';
import type { DurationLike } from '../manifests/duration';
import type { AbilitiesOf, ITrafficRouter, TrafficRouting } from '../traffic/router-binding';
import type { AntiAffinity } from './anti-affinity';
import type { CanaryStep } from './canary-step';
import type { DelayOrNever } from './delay';
import type { EphemeralMetadata } from './ephemeral-metadata';
import type { PodCount } from './pod-count';

/** What every canary can say, with a router or without. */
export interface CanaryBaseProps<R extends TrafficRouting = ITrafficRouter> {
  /**
   * How traffic is split: `TrafficRouter.istio(...)`, a list of routers, or `TrafficRouter.podRatio()` when none is at hand.
   */
  readonly trafficRouting: R;
  /**
   * What happens between the first canary pod and full traffic, in order. The end is always 100 %. A step that the router cannot
   * do does not compile.
   */
  readonly steps: readonly CanaryStep<AbilitiesOf<R>>[];
  /**
   * Checks that run beside the steps until the rollout is promoted; one that fails aborts it at any time.
   * @default - none
   */
  readonly backgroundAnalysis?: BackgroundAnalysis;
  /**
   * How many pods more than the replicas there may be during an update, without a router.
   * @default '25%'
   */
  readonly maxSurge?: PodCount;
  /**
   * How many pods fewer than the replicas may be available. Without a router it bounds every step; with one only restarts and
   * the scaling down of old pods.
   * @default '25%'
   */
  readonly maxUnavailable?: PodCount;
  /**
   * Keeps old and new pods on different nodes during an update.
   * @default - they may share nodes
   */
  readonly antiAffinity?: AntiAffinity;
  /**
   * What pods carry while they are canary pods.
   * @default - none
   */
  readonly canaryMetadata?: EphemeralMetadata;
  /**
   * What pods carry while they are stable pods.
   * @default - none
   */
  readonly stableMetadata?: EphemeralMetadata;
  /**
   * How many pods of a step have to be available for it to go on: a percentage of those that the step asks for, or a number of
   * pods. A number is compared with all canary pods whatever the step, so a step that asks for fewer would wait for ever.
   * @default '100%'
   */
  readonly replicaProgressThreshold?: PodCount;
}

/** What a canary can say when a router splits its traffic. */
export type RoutedCanaryProps = {
  /**
   * The least number of pods of a version that has any.
   * @default 1
   */
  readonly minPodsPerReplicaSet?: number;
  /**
   * How long canary pods stay after the rollout was aborted.
   * @default 30s
   */
  readonly abortScaleDownDelay?: DelayOrNever;
  /**
   * How many old ReplicaSets may wait for their scaling down at a time.
   * @default - all of them
   */
  readonly scaleDownDelayRevisionLimit?: number;
} & (
  | {
    /**
     * How long the old pods stay after the promotion, until every client has noticed.
     * @default 30s
     */
    readonly scaleDownDelay?: DurationLike;
    /**
     * Whether stable pods are taken away as traffic leaves them. Saves pods, and an abort has to wait for new ones. Old pods are
     * gone at once after the promotion, so it excludes `scaleDownDelay`.
     * @default false
     */
    readonly dynamicStableScale?: false;
  }
  | { readonly dynamicStableScale: true; readonly scaleDownDelay?: undefined }
);

/** What stands where nothing can be written: the name tells why. */
export interface NeedsRouter {
  /** Nothing has this. */
  readonly 'needs a traffic router: TrafficRouter.podRatio() counts pods': never;
}

/** Without a router these have no effect or are refused, so they cannot be written. */
export interface UnroutedCanaryProps {
  /** Needs a router. */
  readonly minPodsPerReplicaSet?: NeedsRouter;
  /** Needs a router. */
  readonly abortScaleDownDelay?: NeedsRouter;
  /** Needs a router. */
  readonly scaleDownDelayRevisionLimit?: NeedsRouter;
  /** Needs a router. */
  readonly scaleDownDelay?: NeedsRouter;
  /** Needs a router. */
  readonly dynamicStableScale?: NeedsRouter;
}

/** How a canary is released. */
export type CanaryStrategyProps<R extends TrafficRouting = ITrafficRouter> = CanaryBaseProps<R>
  & ('canaryScale' extends AbilitiesOf<R> ? RoutedCanaryProps : UnroutedCanaryProps);
