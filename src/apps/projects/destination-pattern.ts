import type { AppProjectSpecDestination } from '../../../imports/types/argo-cd/app-project';
import { InputError } from '../../manifests/input-error';
import type { Destination } from '../destination';
import { checkedGlob } from './pattern';

/** Namespaces of clusters, by globs: `*` stands for anything, `{a,b}` for a or b. */
export interface DestinationGlobs {
  /** Glob of namespaces: `shop-*`. `''` is for Applications of cluster-scoped objects, whose destination has no namespace. */
  readonly namespace: string;
}

/** A destination of a project: one that Applications have, or a pattern. */
export type ProjectDestination = Destination | DestinationPattern;

/** Several destinations that a project permits, by globs. */
export class DestinationPattern {
  /** Namespaces of the cluster of a destination: `DestinationPattern.namespaces(Destination.inCluster(), 'shop-*')`. */
  public static namespaces(cluster: Destination, ...namespaces: readonly [string, ...string[]]): DestinationPattern {
    if (cluster.namespace !== undefined) {
      throw new InputError(`the destination has the namespace ${cluster.namespace} already. pass one without: Destination.cluster(...)`);
    }
    return new DestinationPattern(namespaces.map((namespace) => ({ ...cluster._toKube(), namespace: checkedGlob(namespace, NAMESPACE) })));
  }

  /** Clusters by their names in Argo CD: `DestinationPattern.clusters('production-*', { namespace: 'shop' })`. */
  public static clusters(name: string, { namespace }: DestinationGlobs): DestinationPattern {
    return new DestinationPattern([{ name: checkedGlob(name, 'the cluster of a destination'), namespace: checkedGlob(namespace, NAMESPACE) }]);
  }

  /** Clusters by the URLs of their API servers: `DestinationPattern.servers('https://*.example.com:6443', { namespace: 'shop' })`. */
  public static servers(url: string, { namespace }: DestinationGlobs): DestinationPattern {
    return new DestinationPattern([{ server: checkedGlob(url, 'the server of a destination'), namespace: checkedGlob(namespace, NAMESPACE) }]);
  }

  /**
   * Every namespace of every cluster, but these: `DestinationPattern.anywhereExcept('kube-system', 'argocd')`. It is what Argo CD makes
   * of `!kube-system`, said openly.
   */
  public static anywhereExcept(...namespaces: readonly [string, ...string[]]): DestinationPattern {
    return new DestinationPattern(namespaces.map((namespace) => ({ server: '*', namespace: `!${checkedGlob(namespace, NAMESPACE)}` })));
  }

  /** Every namespace of every cluster. */
  public static anywhere(): DestinationPattern {
    return new DestinationPattern([{ server: '*', namespace: '*' }]);
  }

  private constructor(private readonly wire: readonly AppProjectSpecDestination[]) {}

  /** @internal */
  public _toKube(): readonly AppProjectSpecDestination[] {
    return this.wire;
  }
}

const NAMESPACE = 'the namespace of a destination';
