import type { Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { TrafficRoutingWire } from './wire';

/** What a router gets to know about the rollout whose traffic it splits. */
export interface TrafficRouterTarget {
  /** Name of the Rollout; the names of companions start with it. */
  readonly name: string;
  /** Makes a Service that selects the rollout's pods and follows the ports of its containers. */
  createService(id: string, name: string): Service;
}

/** What a router contributes to the rollout it was bound to. */
export interface TrafficRouterConfig {
  /**
   * `spec.strategy.canary.trafficRouting`.
   * @default - none: the share of traffic is the share of pods
   */
  readonly trafficRouting?: TrafficRoutingWire;
  /** The Service that clients call, or that an ingress leads to. */
  readonly service: Service;
  /**
   * The Service that the controller points at the stable pods.
   * @default - none
   */
  readonly stableService?: Service;
  /**
   * The Service that the controller points at the canary pods.
   * @default - none
   */
  readonly canaryService?: Service;
}

/**
 * Splits traffic between stable and canary pods. A router makes the objects that the controller expects to find and none of
 * those that the controller makes itself. Implement it to bring a router of your own.
 */
export interface ITrafficRouter {
  /** Makes the companions of a rollout in `scope` and says what the Rollout has to name. Called once a rollout. */
  bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig;
}
