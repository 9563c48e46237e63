import { ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import type { NotificationSubscription } from '../app/notification-subscription';
import { nameFor } from '../render/object-name';
import { declareSyncNeeds } from '../sync/sync-needs';
import { SyncWaves } from '../sync/sync-waves';
import type { IRollout } from './any-rollout';
import { type DeploymentRef, type KnownDeployment, knownDeployment } from './deployment-ref';
import { rolloutMetadata } from './rollout-metadata';
import { RolloutServices } from './rollout-services';
import { checkRolloutSpec, rolloutSpec, type RolloutSpecProps } from './rollout-spec';
import type { RolloutStrategy } from './rollout-strategy';
import type { RolloutWire } from './wire';

/**
 * What becomes of the Deployment's own pods. `never`: they stay, and share the traffic of every Service that selects them.
 * `onsuccess`: they are scaled to 0 when the first revision of the rollout is healthy. `progressively`: they go one by one as
 * pods of the rollout become ready.
 *
 * @see rollout/workloadref.go in argoproj/argo-rollouts
 */
export type DeploymentScaleDown = 'never' | 'onsuccess' | 'progressively';

/** What a rollout of a Deployment's pods has, whatever its strategy. */
export interface DeploymentRolloutProps extends RolloutSpecProps {
  /** What becomes of the Deployment's own pods when the rollout has brought up its own. */
  readonly scaleDown: DeploymentScaleDown;
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * Who is told when the rollout is paused, aborted, completed and so on.
   * @default - nobody
   */
  readonly notifications?: readonly NotificationSubscription<'Rollout'>[];
}

/**
 * A rollout whose pods are those of a Deployment. It has no containers, volumes or labels of its own: change the Deployment, and
 * the rollout releases the change.
 *
 * @see rollout/templateref.go in argoproj/argo-rollouts
 */
export abstract class DeploymentRollout extends Construct implements IRollout {
  /** What the API server calls its kind. */
  public readonly resourceType = 'rollouts';
  /** Whether an autoscaler decides on the number of pods. */
  public hasAutoscaler = false;
  /** The Rollout. */
  protected readonly apiObject: ApiObject;
  /** @internal */
  protected readonly _services: RolloutServices;
  private readonly deployment: KnownDeployment;
  private readonly props: DeploymentRolloutProps;

  protected constructor(scope: Construct, id: string, deployment: DeploymentRef | kplus.Deployment, props: DeploymentRolloutProps) {
    super(scope, id);
    adopt(this);
    checkRolloutSpec(this, props);
    this.props = props;
    this.deployment = knownDeployment(this, deployment);
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: rolloutMetadata(nameFor(this, props.metadata), props),
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
    const { selector, ports, containers } = this.deployment;
    this._services = new RolloutServices(this, { selector, ports, containers, namespace: this.apiObject.metadata.namespace });
    declareSyncNeeds(this.apiObject, () => this._companions());
    SyncWaves._ofRollout(this.apiObject);
  }

  /** Name of the Rollout. */
  public get name(): string {
    return this.apiObject.name;
  }

  /** Containers of the Deployment. None when it is made elsewhere. */
  public get containers(): kplus.Container[] {
    return [...this.deployment.containers];
  }

  /** What budgets, monitors and network policies select the pods by: the labels of the Deployment. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    const { namespace } = this.apiObject.metadata;
    return {
      labelSelector: kplus.LabelSelector.of({ labels: { ...this.deployment.selector } }),
      namespaces: namespace ? { names: [namespace] } : undefined,
    };
  }

  /** Leaves the number of pods to an autoscaler. @see kplus.IScalable */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler has to know. @see kplus.IScalable */
  public toScalingTarget(): kplus.ScalingTarget {
    const { kind, apiVersion, name } = this.apiObject;
    return { kind, apiVersion, name, containers: this.containers, replicas: this.props.replicas };
  }

  /** @internal */
  protected abstract get _strategy(): RolloutStrategy;

  private _toKube(): RolloutWire['spec'] {
    return {
      ...rolloutSpec(this.props, this.hasAutoscaler),
      // The selector comes from the Deployment (rollout/templateref.go), so the two cannot disagree.
      workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: this.deployment.name, scaleDown: this.props.scaleDown },
      strategy: this._strategy.toKube(),
    };
  }

  private _companions(): ApiObject[] {
    const own = this.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c) && c !== this.apiObject);
    const deployment = this.deployment.construct ? [ApiObject.of(this.deployment.construct)] : [];
    return [...deployment, ...own, ...this._strategy.analyses.flatMap((analysis) => analysis.templates)];
  }
}
