import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { BlueGreenStrategy, type BlueGreenStrategyProps } from './blue-green-strategy';
import type { DeploymentRef } from './deployment-ref';
import { DeploymentRollout, type DeploymentRolloutProps } from './deployment-rollout';

/** What `BlueGreenRollout.fromDeployment` is given. */
export interface DeploymentBlueGreenRolloutProps extends DeploymentRolloutProps, BlueGreenStrategyProps {}

/** A blue-green rollout of the pods of a Deployment. Made by `BlueGreenRollout.fromDeployment`. */
export class DeploymentBlueGreenRollout extends DeploymentRollout {
  /** @internal */
  protected readonly _strategy: BlueGreenStrategy;

  /** @internal */
  public constructor(scope: Construct, id: string, deployment: DeploymentRef | kplus.Deployment, props: DeploymentBlueGreenRolloutProps) {
    super(scope, id, deployment, props);
    const { replicas, revisionHistoryLimit } = props;
    this._strategy = new BlueGreenStrategy(this, { name: this.name, services: this._services, replicas, revisionHistoryLimit }, props);
  }

  /** The Service that clients call. */
  public get activeService(): kplus.Service {
    return this._strategy.activeService;
  }

  /** The Service that leads to the pods waiting for promotion. */
  public get previewService(): kplus.Service {
    return this._strategy.previewService;
  }
}
