import { type ClusterFacts, clusterOf } from '../manifests/cluster-facts';
import { InputError } from '../manifests/input-error';
import type { Cluster, ClusterLabels } from './cluster';
import type { Environment } from './environment';

/** The names of the labels that clusters of a fleet carry. */
export type FleetLabel<F> = F extends Fleet<infer C> ? LabelOf<C> : never;

/** The values that a label has on the clusters of a fleet. */
export type FleetLabelValue<F, K extends string> = F extends Fleet<infer C> ? LabelValueOf<C, K> : never;

// One cluster type after the other: the labels of their union would be those that all of them have.
type LabelOf<C> = C extends Cluster<infer L> ? keyof L & string : never;
type LabelValueOf<C, K extends string> = C extends Cluster<infer L> ? K extends keyof L ? L[K] : never : never;

/**
 * Every cluster that Argo CD delivers to. Given to the app (`new ArgoApp({ fleet })`), destinations, selectors of generators and
 * paths are held against it: a cluster that is not in it is a mistake.
 */
export class Fleet<out C extends Cluster = Cluster> {
  /** The clusters, each once. */
  public static of<const T extends readonly [Cluster, ...Cluster[]] | readonly Cluster[]>(clusters: T): Fleet<T[number]> {
    const known: Cluster[] = [];
    for (const cluster of clusters) {
      const namesake = known.find(({ name }) => name === cluster.name);
      if (namesake) throw new InputError(`two clusters of the fleet are named ${JSON.stringify(cluster.name)}, and Argo CD would refuse to choose. rename one`);
      const twin = cluster.server === undefined ? undefined : known.find(({ server }) => server === cluster.server);
      if (twin) {
        throw new InputError(`the clusters ${twin.name} and ${cluster.name} of the fleet both have the server ${cluster.server}, so Argo CD would take one for the other. ` +
          'declare the cluster once');
      }
      known.push(cluster);
    }
    return new Fleet<T[number]>(known);
  }

  private constructor(
    /** The clusters in the order in which they were given. */
    public readonly clusters: readonly C[],
  ) {}

  /** The clusters of an environment. */
  public inEnvironment(environment: Environment): readonly C[] {
    return this.clusters.filter((cluster) => cluster.environment?.name === environment.name);
  }

  /** The clusters that carry the labels; those whose labels only Argo CD knows are not among them. */
  public labelled(labels: ClusterLabels): readonly C[] {
    return this.clusters.filter((cluster) => cluster.labels !== undefined &&
      Object.entries(labels).every(([key, value]) => (cluster.labels as ClusterLabels)[key] === value));
  }

  /** The cluster with this name or this URL. */
  public find(nameOrServer: string): C | undefined {
    const { name } = clusterOf(this.clusters, nameOrServer) ?? {};
    return this.clusters.find((cluster) => cluster.name === name);
  }

  /** @internal */
  public _facts(): readonly ClusterFacts[] {
    return this.clusters.map((cluster) => cluster._facts());
  }
}
