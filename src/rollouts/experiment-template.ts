import { type ApiObject, ApiObjectMetadataDefinition } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { type DurationLike, secondsOf } from '../manifests/duration';
import { fail } from '../render/construct-error';
import { type PodSpecOverrides, withOverrides } from './pod-spec';
import type { ExperimentTemplateWire } from './wire';

/** The pods of one template of an `Experiment`. */
export interface ExperimentTemplateProps extends Omit<kplus.WorkloadProps, 'select' | 'metadata' | 'spread' | 'isolate'> {
  /**
   * How many pods.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * How long a new pod has to be ready before it counts as available.
   * @default - as soon as it is ready
   */
  readonly minReady?: DurationLike;
  /**
   * A Service for these pods alone. `true` names it like the ReplicaSet.
   * @default - none
   */
  readonly service?: true | { readonly name: string };
  /**
   * Fields of the pod that cdk8s-plus does not know.
   * @default - none
   */
  readonly podSpec?: PodSpecOverrides;
}

const TEMPLATE_LABEL = 'cdk8s-argo/experiment-template';

/** The pods of one template. Made by `Experiment.addTemplate`. */
export class ExperimentTemplate extends kplus.Workload {
  /** What cdk8s-plus calls the kind of object. */
  public readonly resourceType = 'experiments';
  /** The Experiment. */
  protected readonly apiObject: ApiObject;
  private readonly labelledPods: ApiObjectMetadataDefinition;
  private readonly props: ExperimentTemplateProps;
  private readonly label: string;

  /** @internal */
  public constructor(scope: Construct, id: string, experiment: ApiObject, props: ExperimentTemplateProps) {
    super(scope, id, { ...props, select: false });
    this.props = props;
    this.apiObject = experiment;
    this.label = `${experiment.name}.${id}`;
    if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(id) || this.label.length > 63) {
      throw fail(this, `the template ${JSON.stringify(id)} is no name, or too long together with ${experiment.name}. use lower-case letters, digits and inner hyphens`);
    }
    if (props.replicas !== undefined && (!Number.isInteger(props.replicas) || props.replicas < 1)) {
      throw fail(this, `replicas is ${props.replicas}. give a whole number, 1 or more`);
    }
    this.labelledPods = new ApiObjectMetadataDefinition({
      ...props.podMetadata,
      labels: { ...props.podMetadata?.labels, [TEMPLATE_LABEL]: this.label },
      apiObject: experiment,
    });
  }

  /** Labels and annotations of the pods. */
  public override get podMetadata(): ApiObjectMetadataDefinition {
    return this.labelledPods;
  }

  /** What Services and network policies select the pods by. */
  public override toPodSelectorConfig(): kplus.PodSelectorConfig {
    return { labelSelector: kplus.LabelSelector.of({ labels: { [TEMPLATE_LABEL]: this.label } }) };
  }

  /** @internal */
  public _toKube(): ExperimentTemplateWire {
    const { replicas, minReady, service, podSpec } = this.props;
    if (this.containers.length === 0) throw fail(this, 'the template has no container. pass containers: [{ image: ... }], or call addContainer');
    return {
      name: this.node.id,
      replicas,
      minReadySeconds: minReady && secondsOf(minReady, 'minReady'),
      service: service === true ? {} : service,
      selector: { matchLabels: { [TEMPLATE_LABEL]: this.label } },
      template: {
        metadata: this.podMetadata.toJson(),
        spec: withOverrides(kplus.k8s.toJson_PodSpec(this._toPodSpec()) as NonNullable<ExperimentTemplateWire['template']['spec']>, podSpec),
      },
    };
  }
}
