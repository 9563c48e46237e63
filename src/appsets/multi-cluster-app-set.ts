import { ApplicationSet } from './application-set';
import type { ApplicationSetProps } from './application-set-props';
import type { ClustersGenerator } from './generators/clusters';

/** Any generator of clusters. One of something else goes into an `ApplicationSet`. */
export type AnyClustersGenerator = ClustersGenerator<string, string>;

/** One generator or more; each may know other labels and values. */
export type ClustersGenerators = readonly [AnyClustersGenerator, ...AnyClustersGenerator[]];

/** What a `MultiClusterAppSet` is made of. */
export type MultiClusterAppSetProps<G extends ClustersGenerators> = ApplicationSetProps<G>;

/**
 * The same Application on many clusters: an `ApplicationSet` that takes generators of clusters alone (`Generator.clusters`), so that its
 * template always knows a cluster. For folders and files of Git, lists, pull requests, and for clusters in a matrix or a merge with one of
 * these, use `ApplicationSet`. The path of its source is checked in both: when this app writes the repository, each folder that the
 * template can name has to be one that it writes.
 *
 * @see applicationset/generators/cluster.go in argoproj/argo-cd
 */
export class MultiClusterAppSet<const G extends ClustersGenerators> extends ApplicationSet<G> {}
