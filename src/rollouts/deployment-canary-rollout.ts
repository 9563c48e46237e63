import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { ITrafficRouter, TrafficRouting } from '../traffic/router-binding';
import { anyStrategyProps, CanaryStrategy } from './canary-strategy';
import type { CanaryStrategyProps } from './canary-strategy-props';
import type { DeploymentRef } from './deployment-ref';
import { DeploymentRollout, type DeploymentRolloutProps } from './deployment-rollout';

/** What `CanaryRollout.fromDeployment` is given. */
export type DeploymentCanaryRolloutProps<R extends TrafficRouting = ITrafficRouter> = DeploymentRolloutProps & CanaryStrategyProps<R>;

/** A canary rollout of the pods of a Deployment. Made by `CanaryRollout.fromDeployment`. */
export class DeploymentCanaryRollout<const R extends TrafficRouting = ITrafficRouter> extends DeploymentRollout {
  /** @internal */
  protected readonly _strategy: CanaryStrategy;

  /** @internal */
  public constructor(scope: Construct, id: string, deployment: DeploymentRef | kplus.Deployment, props: DeploymentCanaryRolloutProps<R>) {
    super(scope, id, deployment, props);
    this._strategy = new CanaryStrategy(this, { name: this.name, services: this._services }, anyStrategyProps<R>(props));
  }

  /** The Service that clients call, or that an ingress leads to. */
  public get service(): kplus.Service {
    return this._strategy.clientService;
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
