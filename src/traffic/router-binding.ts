import type { Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { ControllerWrites } from '../render/controller-writes';
import type { RouterAbilities, RouterAbility } from './router-ability';
import type { TrafficRoutingWire } from './wire';

/** What a router gets to know about the rollout whose traffic it splits. */
export interface TrafficRouterTarget {
  /** Name of the Rollout; the names of companions start with it. */
  readonly name: string;
  /** Labels that all pods of the rollout have, of both versions: what its Services select by. */
  readonly podLabels: Readonly<Record<string, string>>;
  /**
   * Makes a Service that selects the rollout's pods and follows the ports of its containers. Asking again for one of the same
   * name gives the same Service, so several routers of one rollout share `<name>-stable` and `<name>-canary`.
   */
  createService(id: string, name: string): Service;
  /** Names of the routes that the controller keeps for the steps of the rollout: they must not be used for anything else. */
  readonly managedRoutes: readonly string[];
}

/** What a router contributes to the rollout it was bound to. */
export interface TrafficRouterConfig {
  /**
   * `spec.strategy.canary.trafficRouting`, without `managedRoutes`: those come from the steps.
   * @default - none: the share of traffic is the share of pods
   */
  readonly trafficRouting?: Omit<TrafficRoutingWire, 'managedRoutes'>;
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
  /**
   * The two Services that take turns at being stable, in place of `stableService` and `canaryService`.
   * @default - none
   */
  readonly pingPong?: { readonly ping: Service; readonly pong: Service };
  /**
   * What the controller, or its plugin, writes into objects that are in Git. The Application that delivers such an object leaves
   * those fields alone; otherwise Argo CD would set the weights back while a release runs.
   * @default - nothing but what Argo Rollouts writes for the routers that it knows
   */
  readonly controllerWrites?: readonly ControllerWrites[];
}

/**
 * Splits traffic between stable and canary pods. A router makes the objects that the controller expects to find and none of
 * those that the controller makes itself. Implement it to bring a router of your own, and say what it can do beside weights:
 * `implements ITrafficRouter<'canaryScale' | 'headerRoutes'>`. Every router that splits traffic can do `canaryScale`.
 */
export interface ITrafficRouter<Can extends RouterAbility = never> {
  /** What it is called in messages: `istio`. */
  readonly routerName: string;
  /** What it can do beside weights. */
  readonly abilities: RouterAbilities<Can>;
  /** Makes the companions of a rollout in `scope` and says what the Rollout has to name. Called once a rollout. */
  bind(scope: Construct, target: TrafficRouterTarget): TrafficRouterConfig;
}

/** One router, or several that split together: Argo Rollouts sets the weight in each of them. */
export type TrafficRouting = ITrafficRouter | readonly [ITrafficRouter, ...ITrafficRouter[]];

type RouterIn<R extends TrafficRouting> = R extends readonly ITrafficRouter[] ? R[number] : R;
type Has<A extends RouterAbility> = { readonly abilities: RouterAbilities<A> };

/** What all routers of a rollout can do: a step that one of them would ignore does not compile. */
export type AbilitiesOf<R extends TrafficRouting> =
  { [A in RouterAbility]: [RouterIn<R>] extends [Has<A>] ? A : never }[RouterAbility];
