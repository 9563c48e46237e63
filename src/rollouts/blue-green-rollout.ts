import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { BlueGreenStrategy, type BlueGreenStrategyProps } from './blue-green-strategy';
import { DeploymentBlueGreenRollout, type DeploymentBlueGreenRolloutProps } from './deployment-blue-green-rollout';
import type { DeploymentRef } from './deployment-ref';
import { Rollout, type RolloutProps } from './rollout';

/** What a `BlueGreenRollout` is made of. */
export interface BlueGreenRolloutProps extends RolloutProps, BlueGreenStrategyProps {}

/**
 * Brings up the new version beside the old one and moves all traffic at once. Makes the Rollout and its two Services:
 * the active one, with the rollout's name, and `<name>-preview`.
 *
 * @see rollout/bluegreen.go in argoproj/argo-rollouts
 */
export class BlueGreenRollout extends Rollout {
  /**
   * Releases the pods of a Deployment that exists already: the first stage of a migration. The Rollout copies its pod template
   * by `workloadRef`, so the result has no pods of its own to change.
   */
  public static fromDeployment(
    scope: Construct, id: string, deployment: DeploymentRef | kplus.Deployment, props: DeploymentBlueGreenRolloutProps,
  ): DeploymentBlueGreenRollout {
    return new DeploymentBlueGreenRollout(scope, id, deployment, props);
  }

  /** @internal */
  protected readonly _strategy: BlueGreenStrategy;

  public constructor(scope: Construct, id: string, props: BlueGreenRolloutProps) {
    super(scope, id, props);
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
