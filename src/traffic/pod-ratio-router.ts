import type { Construct } from 'constructs';
import type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from './router-binding';

/**
 * A basic canary. One root Service selects all pods: Services given to the controller would each be pinned to one
 * ReplicaSet, and clients of the stable one would never meet the canary (rollout/service.go in argoproj/argo-rollouts).
 */
export class PodRatioRouter implements ITrafficRouter {
  public readonly routerName = 'podRatio';
  public readonly abilities = {};

  public bind(_scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig {
    return { service: target.createService('Service', target.name) };
  }
}
