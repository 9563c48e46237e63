import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { failHere } from '../render/construct-error';
import type { ITrafficRouter, TrafficRouting } from '../traffic/router-binding';
import { anyStrategyProps, CanaryStrategy } from './canary-strategy';
import type { CanaryStrategyProps } from './canary-strategy-props';
import { DeploymentCanaryRollout, type DeploymentCanaryRolloutProps } from './deployment-canary-rollout';
import type { DeploymentRef } from './deployment-ref';
import { Rollout, type RolloutProps } from './rollout';

/** What a `CanaryRollout` is made of. */
export type CanaryRolloutProps<R extends TrafficRouting = ITrafficRouter> = RolloutProps & CanaryStrategyProps<R>;

/**
 * Releases a new version to a growing share of the traffic, and takes it back when a check fails. Makes the Rollout and
 * every object that it names: the Services and what its router needs.
 *
 * @see rollout/canary.go in argoproj/argo-rollouts
 */
export class CanaryRollout<const R extends TrafficRouting = ITrafficRouter> extends Rollout {
  /**
   * Releases the pods of a Deployment that exists already: the first stage of a migration. The Rollout copies its pod template
   * by `workloadRef`, so the result has no pods of its own to change.
   */
  public static fromDeployment<const T extends TrafficRouting>(
    scope: Construct, id: string, deployment: DeploymentRef | kplus.Deployment, props: DeploymentCanaryRolloutProps<T>,
  ): DeploymentCanaryRollout<T> {
    return new DeploymentCanaryRollout(scope, id, deployment, props);
  }

  /** @internal */
  protected readonly _strategy: CanaryStrategy;

  public constructor(scope: Construct, id: string, props: CanaryRolloutProps<R>) {
    super(scope, id, props);
    this._strategy = new CanaryStrategy(this, { name: this.name, services: this._services }, anyStrategyProps<R>(props));
  }

  /** The Service that clients call, or that an ingress leads to. */
  public get service(): kplus.Service {
    return this._strategy.clientService;
  }

  /**
   * Leads traffic from an Ingress to the pods, where their number splits it. A router splits only what passes through it, so
   * with one this throws.
   */
  public override exposeViaIngress(path: string, options?: kplus.ExposeServiceViaIngressOptions): kplus.Ingress {
    if (this._strategy.isRouted) {
      throw failHere(this, `an Ingress would lead past the router straight to ${this.service.name}, and its traffic would never reach the canary. ` +
        'let the traffic in by the router, which takes the hosts and makes what leads to it');
    }
    return super.exposeViaIngress(path, options);
  }

  /** The Service that leads to the stable pods alone. Throws when the router has none. */
  public get stableService(): kplus.Service {
    return this._strategy.serviceOf('stable');
  }

  /** The Service that leads to the canary pods alone. Throws when the router has none. */
  public get canaryService(): kplus.Service {
    return this._strategy.serviceOf('canary');
  }
}
