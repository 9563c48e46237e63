import type { ApplicationSetSpecGenerator } from '../../../imports/types/argo-cd/application-set';
import { InputError } from '../../manifests/input-error';
import type { JsonObject } from '../../manifests/json';
import { ApplicationSetGenerator, type GeneratorOptions, type GeneratorValues } from '../application-set-generator';
import { fillAll } from '../fill';
import type { KnownSet, Multitude, SetFacts } from '../known-set';
import { type LabelSelector, selectorToKube } from '../label-selector';
import { requeueSeconds, type RequeueOption } from '../requeue';

/** Which decisions on clusters a generator reads: those of one object by its name, or of all that carry the labels. */
export type ClusterDecisionResourceProps<V extends string = string, D extends string = string> =
  ClusterDecisionResourceOptions<V, D> & (
    | { readonly name: string; readonly labelSelector?: never }
    | { readonly labelSelector: LabelSelector; readonly name?: never }
  );

/** What is said of the decisions wherever they are. */
export interface ClusterDecisionResourceOptions<V extends string = string, D extends string = string>
  extends GeneratorOptions, GeneratorValues<V>, RequeueOption {
  /** The ConfigMap, in the namespace of Argo CD, that says of which kind the objects are and where in them the decisions stand. */
  readonly configMapRef: string;
  /**
   * Keys of a decision, which become parameters: `['clusterName', 'reason']`.
   * @default - only name and server of the cluster
   */
  readonly decisionKeys?: readonly D[];
}

/** What a template knows of a cluster that was decided on. */
export type ClusterDecisionShape<V extends string, D extends string> = Readonly<Record<D, string>> & {
  /** Name of the cluster in Argo CD. */
  readonly name: string;
  /** URL of the cluster's API server. */
  readonly server: string;
  /** The generator's values. */
  readonly values: Readonly<Record<V, string>>;
};

/** Makes one Application for each cluster that another controller has decided on, such as a placement. */
export class ClusterDecisionResourceGenerator<V extends string, D extends string>
  extends ApplicationSetGenerator<ClusterDecisionShape<V, D>> {
  /** @internal */
  public constructor(private readonly props: ClusterDecisionResourceProps) {
    super(props);
    if (props.labelSelector && !selectorToKube(props.labelSelector)) {
      throw new InputError('the labelSelector of the decisions selects by nothing, and Argo CD refuses that. name a label, or the object by its name');
    }
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    const keys = ['name', 'server', ...this.props.decisionKeys ?? []];
    return [{ ...Object.fromEntries(keys.map((key) => [key, ''])), values: this.values }];
  }

  /** @internal */
  public _sets({ given = {} }: SetFacts): readonly KnownSet[] {
    return [{ parameters: { values: fillAll(this.values, given) }, open: [CLUSTERS] }];
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    const { configMapRef, name, labelSelector } = this.props;
    return {
      clusterDecisionResource: {
        configMapRef,
        name,
        labelSelector: selectorToKube(labelSelector),
        requeueAfterSeconds: requeueSeconds(this.props),
        values: this.valuesToKube,
      },
    };
  }
}

const CLUSTERS: Multitude = { one: 'cluster', many: 'clusters', toldApartBy: ['name', 'server', 'clusterName'] };
