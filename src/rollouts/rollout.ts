import { ApiObject, ApiObjectMetadataDefinition, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import type { NotificationSubscription } from '../app/notification-subscription';
import { fail, failHere } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import { declareSyncNeeds } from '../sync/sync-needs';
import { SyncWaves } from '../sync/sync-waves';
import type { IRollout } from './any-rollout';
import { type PodSpecOverrides, withOverrides } from './pod-spec';
import { rolloutMetadata } from './rollout-metadata';
import { RolloutServices } from './rollout-services';
import { checkRolloutSpec, rolloutSpec, type RolloutSpecProps } from './rollout-spec';
import type { RolloutStrategy } from './rollout-strategy';
import type { PodSpecWire, RolloutWire } from './wire';

/** What every rollout has, whatever its strategy: the pods as in cdk8s-plus, and how many. */
export interface RolloutProps extends Omit<kplus.WorkloadProps, 'select' | 'restartPolicy'>, RolloutSpecProps {
  /**
   * Ports of the Services.
   * @default - the ports of the containers
   */
  readonly ports?: readonly kplus.ServicePort[];
  /**
   * Labels by which a Rollout of this name in the cluster selects its pods already, as its selector can never change. For one that was
   * made by other means, and goes on as it is: pods get these labels too, and the Services select by them.
   * @default - `app.kubernetes.io/name`, with the name of the rollout
   */
  readonly existingSelector?: Readonly<Record<string, string>>;
  /**
   * Fields of the pod that cdk8s-plus does not know, such as `topologySpreadConstraints` and `priorityClassName`.
   * @default - none
   */
  readonly podSpec?: PodSpecOverrides;
  /**
   * Who is told when the rollout is paused, aborted, completed and so on.
   * @default - nobody
   */
  readonly notifications?: readonly NotificationSubscription<'Rollout'>[];
}

const NAME_LABEL = 'app.kubernetes.io/name';

/**
 * What canary and blue-green rollouts share. It is a cdk8s-plus workload: containers, volumes, probes, scheduling,
 * network policies and autoscalers work as they do on a Deployment.
 */
export abstract class Rollout extends kplus.Workload implements IRollout {
  /** What cdk8s-plus calls the kind of object. */
  public readonly resourceType = 'rollouts';
  /** Whether an autoscaler decides on the number of pods. */
  public hasAutoscaler = false;
  /** The Rollout. */
  protected readonly apiObject: ApiObject;
  /** @internal */
  protected readonly _services: RolloutServices;
  private readonly labelledPods: ApiObjectMetadataDefinition;
  private readonly rolloutProps: RolloutProps;
  private readonly selector: Readonly<Record<string, string>>;

  protected constructor(scope: Construct, id: string, props: RolloutProps) {
    // `spread` of the base class adds its terms again with every rendering; below it is done once.
    super(scope, id, { ...props, select: false, isolate: false, spread: false });
    adopt(this);
    checkRolloutSpec(this, props);
    this.rolloutProps = props;
    const name = nameFor(this, props.metadata);
    this.selector = { ...(props.existingSelector ?? { [NAME_LABEL]: name }) };
    this.checkLabels(props);
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: rolloutMetadata(name, props),
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
    this.labelledPods = new ApiObjectMetadataDefinition({
      ...props.podMetadata,
      labels: { ...props.podMetadata?.labels, ...this.selector },
      apiObject: this.apiObject,
    });
    this._services = new RolloutServices(this, {
      selector: this.selector, namespace: this.metadata.namespace, ports: props.ports, containers: this.containers,
    });
    if (props.isolate) this.connections.isolate();
    if (props.spread) {
      this.scheduling.spread({ topology: kplus.Topology.HOSTNAME });
      this.scheduling.spread({ topology: kplus.Topology.ZONE });
    }
    declareSyncNeeds(this.apiObject, () => this._companions());
    SyncWaves._ofRollout(this.apiObject);
  }

  /** Labels and annotations of the pods, among them those of the selector, which can never change. */
  public override get podMetadata(): ApiObjectMetadataDefinition {
    return this.labelledPods;
  }

  /** What Services, autoscalers and network policies select the pods by. */
  public override toPodSelectorConfig(): kplus.PodSelectorConfig {
    return {
      labelSelector: kplus.LabelSelector.of({ labels: this.selector }),
      namespaces: this.metadata.namespace ? { names: [this.metadata.namespace] } : undefined,
    };
  }

  /** Not available: the selector of a Rollout can never change, so it is its name and nothing else, or `existingSelector`. */
  public override select(): void {
    throw failHere(this, 'the selector of a rollout is the label app.kubernetes.io/name alone and cannot be extended, because it can never ' +
      'be changed later. to give the pods more labels use podMetadata; for a Rollout that has another selector already, existingSelector');
  }

  /** Adds a container; Services that follow the containers get its ports. */
  public override attachContainer(container: kplus.Container): void {
    super.attachContainer(container);
    // The constructor of the base class adds containers before there are Services.
    this._services?.follow(container);
  }

  /** Leaves the number of pods to an autoscaler. @see kplus.IScalable */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler has to know. @see kplus.IScalable */
  public toScalingTarget(): kplus.ScalingTarget {
    return {
      kind: this.apiObject.kind,
      apiVersion: this.apiObject.apiVersion,
      name: this.name,
      containers: this.containers,
      replicas: this.rolloutProps.replicas,
    };
  }

  /** Leads traffic from an Ingress to the Service that clients call. */
  public exposeViaIngress(path: string, options: kplus.ExposeServiceViaIngressOptions = {}): kplus.Ingress {
    return this._strategy.clientService.exposeViaIngress(path, options);
  }

  /** @internal */
  protected abstract get _strategy(): RolloutStrategy;

  /** @internal */
  public _toKube(): RolloutWire['spec'] {
    if (this.containers.length === 0) {
      throw fail(this, 'the rollout has no container. pass containers: [{ image: ... }], or call addContainer');
    }
    return {
      ...rolloutSpec(this.rolloutProps, this.hasAutoscaler),
      selector: { matchLabels: this.selector },
      template: {
        metadata: this.podMetadata.toJson(),
        spec: withOverrides(kplus.k8s.toJson_PodSpec(this._toPodSpec()) as PodSpecWire, this.rolloutProps.podSpec),
      },
      strategy: this._strategy.toKube(),
    };
  }

  // What has to be in the cluster before the Rollout: it is InvalidSpec, and so Degraded, until it finds what it names.
  private _companions(): ApiObject[] {
    const own = this.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c) && c !== this.apiObject);
    return [...own, ...this._strategy.analyses.flatMap((analysis) => analysis.templates)];
  }

  private checkLabels({ podMetadata, existingSelector }: RolloutProps): void {
    if (Object.keys(this.selector).length === 0) {
      throw fail(this, 'existingSelector is empty, and an empty selector is refused. write the labels of spec.selector.matchLabels, or leave it out');
    }
    for (const [key, wanted] of Object.entries(this.selector)) {
      const given = podMetadata?.labels?.[key];
      if (given === undefined || given === wanted) continue;
      throw fail(this, `podMetadata sets ${key} to ${JSON.stringify(given)}, which is the label the pods are selected by: it has to be ` +
        `${JSON.stringify(wanted)}. leave it out${existingSelector ? '' : ', or name the rollout so by metadata.name'}`);
    }
  }
}
