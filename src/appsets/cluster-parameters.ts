import type { ClustersGenerator } from './generators/clusters';

/** Any generator of clusters. */
export type AnyClustersGenerator = ClustersGenerator<string, string>;

// One object type a generator: the keys of their union are those that every generator has.
type LabelsOf<G> = G extends ClustersGenerator<infer L, string> ? { readonly [K in L]: string } : never;
type ValuesOf<G> = G extends ClustersGenerator<string, infer V> ? { readonly [K in V]: string } : never;

/** What the template can say about the cluster it makes an Application for: only what every generator provides. */
export interface ClusterParameters<G extends AnyClustersGenerator> {
  /** Name of the cluster in Argo CD. */
  readonly name: string;
  /** Name of the cluster, made fit for a Kubernetes name. */
  readonly nameNormalized: string;
  /** URL of the cluster's API server. */
  readonly server: string;
  /** The generator's values. */
  readonly values: { readonly [K in keyof ValuesOf<G>]: string };
  /** A label of the cluster, one that every generator selects by: others may be missing. */
  label(key: keyof LabelsOf<G> & string): string;
}

/** Go templates that Argo CD fills in for each cluster. */
export function clusterParameters<G extends AnyClustersGenerator>(generators: readonly G[]): ClusterParameters<G> {
  const valueNames = generators.flatMap((generator) => Object.keys(generator.values));
  return {
    name: '{{ .name }}',
    nameNormalized: '{{ .nameNormalized }}',
    server: '{{ .server }}',
    values: Object.fromEntries(valueNames.map((name) => [name, placeholder('values', name)])) as ClusterParameters<G>['values'],
    label: (key) => placeholder('metadata.labels', key),
  };
}

/** The text with everything filled in that the generator alone decides. Placeholders of the cluster stay. */
export function expandFor(generator: AnyClustersGenerator, text: string): string {
  let result = text;
  for (const [name, value] of Object.entries(generator.values)) result = result.replaceAll(placeholder('values', name), value);
  for (const [key, value] of Object.entries(generator.matchLabels)) result = result.replaceAll(placeholder('metadata.labels', key), value);
  return result;
}

/** Whether a text differs from cluster to cluster. Labels and values may be the same on several. */
export function namesTheCluster(text: string): boolean {
  return /\{\{ \.(name|nameNormalized|server) \}\}/.test(text);
}

/** Whether a text still depends on the cluster. */
export function isTemplated(text: string): boolean {
  return text.includes('{{');
}

// `index` reads keys with dots, slashes and hyphens too.
function placeholder(map: string, key: string): string {
  return `{{ index .${map} ${JSON.stringify(key)} }}`;
}
