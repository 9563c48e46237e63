import { ApiObject, ApiObjectMetadataDefinition, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { BoundAnalysis } from '../analysis/bound-analysis';
import { adopt } from '../app/adopt';
import { type DurationLike, secondsOf } from '../manifests/duration';
import { fail, failHere } from '../render/construct-error';
import { checkedName, nameFor } from '../render/object-name';
import { declareSyncNeeds } from '../sync/sync-needs';
import type { PodSpecOverrides } from './pod-spec';
import { RolloutService } from './rollout-service';
import type { PodSpecWire, RolloutStrategyWire, RolloutWire } from './wire';

/** What every rollout has, whatever its strategy: the pods as in cdk8s-plus, and how many. */
export interface RolloutProps extends Omit<kplus.WorkloadProps, 'select' | 'restartPolicy'> {
  /**
   * How many pods. Left out of the YAML when an autoscaler targets the rollout.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * How long a new pod has to be ready before it counts as available.
   * @default - as soon as it is ready
   */
  readonly minReady?: DurationLike;
  /**
   * How long a step may take before the rollout is called degraded.
   * @default 10m
   */
  readonly progressDeadline?: DurationLike;
  /**
   * How many old ReplicaSets are kept to go back to.
   * @default 10
   */
  readonly revisionHistoryLimit?: number;
  /**
   * Ports of the Services.
   * @default - the ports of the containers
   */
  readonly ports?: readonly kplus.ServicePort[];
  /**
   * Fields of the pod that cdk8s-plus does not know, such as `topologySpreadConstraints` and `priorityClassName`.
   * @default - none
   */
  readonly podSpec?: PodSpecOverrides;
}

const NAME_LABEL = 'app.kubernetes.io/name';

/**
 * What canary and blue-green rollouts share. It is a cdk8s-plus workload: containers, volumes, probes, scheduling,
 * network policies and autoscalers work as they do on a Deployment.
 */
export abstract class Rollout extends kplus.Workload implements kplus.IScalable {
  public readonly resourceType = 'rollouts';
  /** Whether an autoscaler decides on the number of pods. */
  public hasAutoscaler = false;
  protected readonly apiObject: ApiObject;
  private readonly labelledPods: ApiObjectMetadataDefinition;
  private readonly services: RolloutService[] = [];
  private readonly rolloutProps: RolloutProps;

  protected constructor(scope: Construct, id: string, props: RolloutProps) {
    // `spread` of the base class adds its terms again with every rendering; below it is done once.
    super(scope, id, { ...props, select: false, isolate: false, spread: false });
    adopt(this);
    this.rolloutProps = props;
    const name = nameFor(this, props.metadata);
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { ...props.metadata, name },
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
    this.labelledPods = new ApiObjectMetadataDefinition({
      ...props.podMetadata,
      labels: { ...props.podMetadata?.labels, [NAME_LABEL]: name },
      apiObject: this.apiObject,
    });
    this.checkLabels(props);
    this.checkNumbers(props);
    if (props.isolate) this.connections.isolate();
    if (props.spread) {
      this.scheduling.spread({ topology: kplus.Topology.HOSTNAME });
      this.scheduling.spread({ topology: kplus.Topology.ZONE });
    }
    declareSyncNeeds(this.apiObject, () => this._companions());
  }

  /** Labels and annotations of the pods. `app.kubernetes.io/name` is the rollout's name: the selector, which can never change. */
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

  /** Not available: the selector of a Rollout can never change, so it is its name and nothing else. */
  public override select(): void {
    throw failHere(this, 'the selector of a rollout is the label app.kubernetes.io/name alone and cannot be extended, because it can never ' +
      'be changed later. to give the pods more labels use podMetadata');
  }

  /** Adds a container; Services that follow the containers get its ports. */
  public override attachContainer(container: kplus.Container): void {
    super.attachContainer(container);
    // The constructor of the base class adds containers before there are Services.
    for (const service of this.services ?? []) this.followPorts(service, container.ports);
  }

  /** @see kplus.IScalable */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** @see kplus.IScalable */
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
    return this.clientService.exposeViaIngress(path, options);
  }

  /** The Service that clients call. */
  protected abstract get clientService(): kplus.Service;

  /** The checks that the rollout runs. */
  protected abstract get analyses(): readonly BoundAnalysis[];

  /** @internal */
  protected abstract _strategy(): RolloutStrategyWire;

  /** Makes a Service that selects all pods of the rollout; the controller narrows it. */
  protected createService(id: string, name: string): kplus.Service {
    const service = new RolloutService(this, id, { metadata: { name: checkedName(this, name, 'the name of the rollout'), namespace: this.metadata.namespace } });
    for (const [key, value] of Object.entries(this.selector)) service.selectLabel(key, value);
    if (this.rolloutProps.ports) {
      for (const port of this.rolloutProps.ports) service.bind(port.port, port);
    } else {
      for (const container of this.containers) this.followPorts(service, container.ports);
    }
    this.services.push(service);
    return service;
  }

  /** @internal */
  public _toKube(): RolloutWire['spec'] {
    const { minReady, progressDeadline, revisionHistoryLimit, replicas, podSpec } = this.rolloutProps;
    if (this.containers.length === 0) {
      throw fail(this, 'the rollout has no container. pass containers: [{ image: ... }], or call addContainer');
    }
    return {
      replicas: this.hasAutoscaler ? undefined : replicas,
      minReadySeconds: minReady && secondsOf(minReady, 'minReady'),
      progressDeadlineSeconds: progressDeadline && secondsOf(progressDeadline, 'progressDeadline'),
      revisionHistoryLimit,
      selector: { matchLabels: this.selector },
      template: {
        metadata: this.podMetadata.toJson(),
        spec: { ...(kplus.k8s.toJson_PodSpec(this._toPodSpec()) as PodSpecWire), ...podSpec },
      },
      strategy: this._strategy(),
    };
  }

  private get selector(): Record<string, string> {
    return { [NAME_LABEL]: this.name };
  }

  private followPorts(service: RolloutService, ports: readonly kplus.ContainerPort[]): void {
    if (this.rolloutProps.ports) return;
    for (const port of ports) {
      service.bind(port.number, { name: port.name, targetPort: port.number, protocol: port.protocol });
    }
  }

  // What has to be in the cluster before the Rollout: it is InvalidSpec, and so Degraded, until it finds what it names.
  private _companions(): ApiObject[] {
    const own = this.node.findAll().filter((c): c is ApiObject => ApiObject.isApiObject(c) && c !== this.apiObject);
    return [...own, ...this.analyses.map((analysis) => analysis.template)];
  }

  private checkLabels(props: RolloutProps): void {
    const given = props.podMetadata?.labels?.[NAME_LABEL];
    if (given !== undefined && given !== this.name) {
      throw fail(this, `podMetadata sets ${NAME_LABEL} to ${JSON.stringify(given)}, which is the label the pods are selected by: it has to be ` +
        `${JSON.stringify(this.name)}. leave it out, or name the rollout so by metadata.name`);
    }
  }

  private checkNumbers(props: RolloutProps): void {
    for (const field of ['replicas', 'revisionHistoryLimit'] as const) {
      const value = props[field];
      if (value !== undefined && (!Number.isInteger(value) || value < 0)) {
        throw fail(this, `${field} is ${value}. give a whole number, 0 or more`);
      }
    }
    const ready = props.minReady ? secondsOf(props.minReady, 'minReady') : 0;
    const deadline = props.progressDeadline ? secondsOf(props.progressDeadline, 'progressDeadline') : 600;
    if (deadline <= ready) {
      throw fail(this, `progressDeadline (${deadline}s) is not longer than minReady (${ready}s), so no pod could become available in time. ` +
        `set progressDeadline to more than ${ready}s`);
    }
  }
}
