import { normalized } from '../../languages/go-templates/functions/argo';
import { type GoValue, stringMap, Unknown } from '../../languages/go-templates/values';
import type { ClusterFacts } from '../../manifests/cluster-facts';
import { IN_CLUSTER } from '../../manifests/unit';
import type { GeneratorContext } from '../context';
import type { Definition } from '../definition';
import { withGeneratorValues } from '../generator-values';
import { type Count, type Generated, type ParameterSet, parameters } from '../parameter-set';
import { equalities, isEmptySelector, type Lookup, selects, type Verdict } from '../selector';

const SECRET_TYPE = { 'argocd.argoproj.io/secret-type': 'cluster' };

/** One set for each cluster that the selector picks. @see applicationset/generators/cluster.go in argoproj/argo-cd */
export function clusterSets(definition: Definition, context: GeneratorContext): Generated {
  const generated = context.facts.clusters ? declaredSets(context.facts.clusters, definition, context) : unknownSets(definition, context);
  if (definition.at('flatList').value !== true) return generated;
  const { sets, unknown } = generated;
  const clusters = unknown === undefined && sets.every(({ count }) => count === 'one') ? sets.map(({ values }) => values) :
    new Unknown(unknown ?? 'which clusters are selected');
  return { sets: [{ values: parameters({ clusters }), count: 'one' }] };
}

function declaredSets(clusters: readonly ClusterFacts[], definition: Definition, context: GeneratorContext): Generated {
  const selector = definition.at('selector');
  const verdictOn = (cluster: ClusterFacts): Verdict =>
    (isWithoutSecret(cluster) ? isEmptySelector(selector) : selects(selector, labelsOf(cluster)));
  const selected = clusters.map((cluster) => ({ cluster, verdict: verdictOn(cluster) })).filter(({ verdict }) => verdict !== false);
  // Argo CD knows its own cluster even when nobody has registered it.
  const knowsOwn = isEmptySelector(selector) && !clusters.some(({ server }) => server === IN_CLUSTER);
  const all = [...selected, ...(knowsOwn ? [{ cluster: OWN_CLUSTER, verdict: true }] : [])];
  return { sets: all.map(({ cluster, verdict }) => clusterSet(cluster, definition, context, verdict === undefined ? 'perhaps' : 'one')) };
}

const OWN_CLUSTER: ClusterFacts = { name: 'in-cluster', server: IN_CLUSTER, labels: {}, annotations: {} };

/** The entry that Argo CD makes of its own cluster when no Secret says more. It has no labels, so no selector picks it. */
function isWithoutSecret({ server, labels, annotations }: ClusterFacts): boolean {
  const isEmpty = (map: Readonly<Record<string, string>> | undefined): boolean => map !== undefined && Object.keys(map).length === 0;
  return server === IN_CLUSTER && isEmpty(labels) && isEmpty(annotations);
}

function labelsOf(cluster: ClusterFacts): Lookup {
  const { labels, name } = cluster;
  const known: Readonly<Record<string, string>> = { ...labels, ...SECRET_TYPE };
  return (key) => (Object.hasOwn(known, key) ? known[key] : labels ? undefined : new Unknown(`the labels of the cluster ${name}`));
}

function clusterSet(cluster: ClusterFacts, definition: Definition, context: GeneratorContext, count: Count): ParameterSet {
  const { name, server, labels, annotations, project = '' } = cluster;
  const plain = { name, nameNormalized: normalized(name), server: server ?? new Unknown(`the server of the cluster ${name}`), project };
  const metadata = isWithoutSecret(cluster) ? undefined : {
    labels: { known: { ...(labels ? {} : equalities(definition.at('selector'))), ...labels, ...SECRET_TYPE }, others: labels ? undefined : new Unknown(`the labels of the cluster ${name}`) },
    annotations: { known: { ...annotations }, others: annotations ? undefined : new Unknown(`the annotations of the cluster ${name}`) },
  };
  return withGeneratorValues(setOf(plain, metadata, context, count), definition.at('values'), context.renderer);
}

function unknownSets(definition: Definition, context: GeneratorContext): Generated {
  const what = (of: string): Unknown => new Unknown(`${of}, as no clusters are declared`);
  const plain = { name: what('the name of a cluster'), nameNormalized: what('the name of a cluster'), server: what('the server of a cluster'), project: what('the project of a cluster') };
  const selector = definition.at('selector');
  const metadata = {
    labels: { known: { ...equalities(selector), ...SECRET_TYPE }, others: what('the labels of a cluster') },
    annotations: { known: {}, others: what('the annotations of a cluster') },
  };
  const set = withGeneratorValues(setOf(plain, metadata, context, 'any'), definition.at('values'), context.renderer);
  return { sets: [set], unknown: 'no clusters are declared' };
}

interface Metadata {
  readonly known: Readonly<Record<string, GoValue>>;
  readonly others: Unknown | undefined;
}

function setOf(
  plain: Readonly<Record<string, GoValue>>,
  metadata: { readonly labels: Metadata; readonly annotations: Metadata } | undefined,
  { renderer }: GeneratorContext,
  count: Count,
): ParameterSet {
  if (!metadata) return { values: parameters(plain), count };
  const maps = Object.entries(metadata);
  if (renderer.goTemplate) {
    const nested = maps.filter(([, { known, others }]) => others !== undefined || Object.keys(known).length > 0)
      .map(([field, { known, others }]) => [field, stringMap(known, others)] as const);
    return { values: parameters({ ...plain, metadata: parameters(Object.fromEntries(nested)) }), count };
  }
  const flat = maps.flatMap(([field, { known }]) => Object.entries(known).map(([key, value]) => [`metadata.${field}.${key}`, value] as const));
  const open = maps.filter(([, { others }]) => others !== undefined).map(([field]) => field);
  const others = open.length > 0 ? new Unknown(maps.find(([, map]) => map.others)![1].others!.what, new RegExp(`^metadata\\.(?:${open.join('|')})\\.`)) : undefined;
  return { values: parameters({ ...plain, ...Object.fromEntries(flat) }, others), count };
}
