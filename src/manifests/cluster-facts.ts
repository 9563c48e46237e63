/** What is known of a cluster that the program declares. It is what the clusters generator of an ApplicationSet can read. */
export interface ClusterFacts {
  /** Name in Argo CD. */
  readonly name: string;
  /** URL of the API server without slashes at its end, absent when only Argo CD knows it. */
  readonly server?: string;
  /** Labels of the cluster's Secret, absent when only Argo CD knows them. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the cluster's Secret, absent when only Argo CD knows them. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** The AppProject that the cluster belongs to, absent when it belongs to none. */
  readonly project?: string;
}

/**
 * The URL of an API server as Argo CD compares it: without slashes at its end, and otherwise letter by letter
 * (util/argo/argo.go in argoproj/argo-cd).
 */
export function comparableServer(server: string): string {
  return server.replace(/\/+$/, '');
}

/** The declared cluster that a name or a URL means, if one of them does. */
export function clusterOf(clusters: readonly ClusterFacts[], nameOrServer: string): ClusterFacts | undefined {
  const server = comparableServer(nameOrServer);
  return clusters.find((cluster) => cluster.name === nameOrServer || cluster.server === server);
}
