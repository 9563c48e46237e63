import type { ApplicationSetSpecGenerator, ApplicationSetSpecGeneratorClusters } from '../../../imports/types/argo-cd/application-set';
import type { Cluster } from '../../fleet/cluster';
import type { Fleet, FleetLabel, FleetLabelValue } from '../../fleet/fleet';
import type { ClusterFacts } from '../../manifests/cluster-facts';
import type { JsonObject } from '../../manifests/json';
import { selectorMatches } from '../../manifests/selectors';
import { IN_CLUSTER } from '../../manifests/unit';
import { ApplicationSetGenerator, type GeneratorOptions, type GeneratorValues } from '../application-set-generator';
import { fillAll, isTemplated } from '../fill';
import type { KnownSet, Multitude, SetFacts } from '../known-set';
import { type LabelRequirement, selectorToKube } from '../label-selector';
import { normalizedName } from '../normalized-name';
import type { FilledIn } from '../parameters';

/** Which clusters a generator takes, and what it knows about them. */
export interface ClustersGeneratorProps<
  L extends string, V extends string, F extends Fleet = Fleet, E extends readonly LabelRequirement[] = readonly LabelRequirement[],
> extends GeneratorOptions, GeneratorValues<V> {
  /**
   * The declared clusters. With them, only labels and values that one of them has can be selected by, and the labels that all of them
   * have are parameters. An app without a fleet takes this one; an app that has another refuses it. Without a condition the cluster
   * that Argo CD runs in, which has no labels, is taken only if it is one of them.
   * @default - any label can be selected by
   */
  readonly fleet?: F;
  /**
   * Labels of the cluster as registered with Argo CD.
   * @default - every cluster
   */
  readonly matchLabels?: { readonly [K in L]: SelectedValue<F, K> };
  /**
   * More conditions on those labels.
   * @default - none
   */
  readonly matchExpressions?: E & readonly SelectedRequirement<F>[];
}

/** What a label can be selected by: a value that it has on a cluster of the fleet, or a parameter of the first generator of a matrix. */
export type SelectedValue<F, K extends string> =
  K extends FleetLabel<F> ? FleetLabelValue<F, K> | FilledIn : NoSuchLabelButThese<FleetLabel<F>>;

/** A condition on one label that a cluster of the fleet has, with values that it has there. */
export type SelectedRequirement<F> = { readonly [K in FleetLabel<F>]: RequirementOn<K, FleetLabelValue<F, K>> }[FleetLabel<F>];

/** A condition on one label with these values. */
export type RequirementOn<K extends string, V extends string> = LabelRequirement & (
  | { readonly key: K; readonly operator: 'In' | 'NotIn'; readonly values: readonly (V | FilledIn)[] }
  | { readonly key: K; readonly operator: 'Exists' | 'DoesNotExist' }
);

/** What an error message says where no cluster of the fleet has the label: the labels that there are. No value is this. */
export interface NoSuchLabelButThese<L extends string> {
  /** The labels of the fleet. */
  readonly labels: readonly [L, never];
}

/** Labels that each selected cluster has: those that are selected by, and those that every cluster of the fleet has. */
export type SelectedLabel<L extends string, E extends readonly LabelRequirement[], F> =
  L | Extract<E[number], { readonly operator: 'In' | 'Exists' }>['key'] | CommonLabel<F>;

// The keys of a union are those that all of its members have. Labels that are not known by name are none.
type CommonLabel<F> = F extends Fleet<Cluster<infer L>> ? string extends keyof L ? never : keyof L & string : never;

/** What Argo CD says about a cluster. */
export interface ClusterShape<L extends string, V extends string> {
  /** Name of the cluster in Argo CD. */
  readonly name: string;
  /** Name of the cluster, made fit for a Kubernetes name. */
  readonly nameNormalized: string;
  /** URL of the cluster's API server. */
  readonly server: string;
  /** The AppProject that the cluster is for, empty when it is for all. */
  readonly project: string;
  /** Labels that each of the clusters has. */
  readonly metadata: { readonly labels: Readonly<Record<L, string>> };
  /** The generator's values. */
  readonly values: Readonly<Record<V, string>>;
}

/** Makes one Application for each cluster that Argo CD knows and that carries the labels. */
export class ClustersGenerator<L extends string, V extends string> extends ApplicationSetGenerator<ClusterShape<L, V>> {
  /** Labels that each of the clusters carries. */
  public readonly matchLabels: Readonly<Record<string, string>>;
  /** More conditions on the labels of the clusters. */
  public readonly matchExpressions: readonly LabelRequirement[];
  private readonly commonLabels: readonly string[];
  private readonly fleet?: Fleet;

  /** @internal */
  public constructor(props: ClustersGeneratorProps<string, string>) {
    super(props);
    this.fleet = props.fleet;
    this.matchLabels = isEveryRegistered(props) ? REGISTERED : { ...props.matchLabels };
    this.matchExpressions = [...props.matchExpressions ?? []];
    const known = (props.fleet?.clusters ?? []).map(({ labels }) => Object.keys(labels ?? {}));
    this.commonLabels = known.length > 0 ? known.reduce((a, b) => a.filter((key) => b.includes(key))) : [];
  }

  /** @internal */
  public _examples(): readonly JsonObject[] {
    const selected = this.matchExpressions.filter(({ operator }) => operator === 'In' || operator === 'Exists').map(({ key }) => key);
    const labels = Object.fromEntries([...this.commonLabels, ...selected, ...Object.keys(this.matchLabels)].map((key) => [key, '']));
    return [{ name: '', nameNormalized: '', server: '', project: '', metadata: { labels }, values: this.values }];
  }

  /** @internal */
  public _sets({ clusters, given = {} }: SetFacts): readonly KnownSet[] {
    const open = fillAll({ metadata: { labels: this.matchLabels }, values: this.values }, given);
    const unknown: KnownSet = { parameters: open, open: [CLUSTERS] };
    const selector = this.labelSelector && fillAll(this.labelSelector, given);
    if (clusters === undefined || isTemplated(JSON.stringify(selector ?? {}))) return [unknown];
    if (this.matchLabels === REGISTERED) return clusters.map((cluster) => this.setOf(cluster, given));
    const taken = clusters.filter(({ labels }) => selector === undefined || (labels !== undefined && selectorMatches(selector, labels)));
    const sets = taken.map((cluster) => this.setOf(cluster, given));
    if (selector !== undefined) return clusters.some(({ labels }) => labels === undefined) ? [...sets, unknown] : sets;
    return clusters.some(({ server }) => server === IN_CLUSTER) ? sets : [...sets, this.setOf({ name: 'in-cluster', server: IN_CLUSTER }, given)];
  }

  /** @internal */
  public override get _fleets(): readonly Fleet[] {
    return this.fleet ? [this.fleet] : [];
  }

  /** @internal */
  public _toKube(): ApplicationSetSpecGenerator {
    return { clusters: this.wire };
  }

  private get labelSelector(): JsonObject | undefined {
    return selectorToKube(this) as JsonObject | undefined;
  }

  /** @internal */
  protected get wire(): ApplicationSetSpecGeneratorClusters {
    return { selector: selectorToKube(this), values: this.valuesToKube };
  }

  private setOf({ name, server, project = '', labels, annotations }: ClusterFacts, given: JsonObject): KnownSet {
    const cluster = { name, nameNormalized: normalizedName(name), server, project, metadata: labels && { labels, annotations } };
    return { parameters: { ...cluster, values: fillAll(fillAll(this.values, given), cluster) }, open: [] };
  }
}

// Every Secret of a cluster has it. Argo CD adds the cluster that it runs in, of which nothing can be said, to an empty selector.
const REGISTERED: Readonly<Record<string, string>> = { 'argocd.argoproj.io/secret-type': 'cluster' };

function isEveryRegistered({ fleet, matchLabels = {}, matchExpressions = [] }: ClustersGeneratorProps<string, string>): boolean {
  if (!fleet || fleet.clusters.some(({ isInCluster, labels }) => isInCluster && Object.keys(labels ?? {}).length === 0)) return false;
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

const CLUSTERS: Multitude = { one: 'cluster', many: 'clusters', toldApartBy: ['nameNormalized', 'name', 'server'] };
