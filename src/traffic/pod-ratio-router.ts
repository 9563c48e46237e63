import type { Construct } from 'constructs';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from './router-binding';
import { servicePair } from './service-pair';

/** How a canary without a router is reached. */
export interface PodRatioProps {
  /**
   * Whether there is a Service for the stable pods alone and one for the canary pods alone, beside the one for all of them. For
   * checks and previews: clients of these two would never meet the other version.
   * @default false
   */
  readonly separateServices?: boolean;
}

/**
 * A basic canary. One root Service selects all pods: Services given to the controller are each pinned to one ReplicaSet, and
 * clients of the stable one would never meet the canary (rollout/service.go in argoproj/argo-rollouts).
 */
export class PodRatioRouter implements ITrafficRouter {
  public readonly routerName = 'podRatio';
  public readonly abilities = {};

  public constructor(private readonly props: PodRatioProps) {}

  public bind(_scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    const service = target.createService('Service', target.name);
    if (!this.props.separateServices) return { service };
    const { stable, canary } = servicePair(target);
    return { service, stableService: stable, canaryService: canary };
  }
}
