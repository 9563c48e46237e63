import { EntryIndex } from '../../../manifests/entry-index';
import type { JsonObject } from '../../../manifests/json';
import { LabelledObjects } from '../../../manifests/labelled-objects';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { referencesOf, resolve } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { clustersMet, clustersOf } from '../../../manifests/unit';
import { POD_KINDS } from '../pods/pods-of';

/** Labels that controllers put on the pods which they make. */
const ADDED: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index', 'batch.kubernetes.io/job-name', 'controller-revision-hash', 'job-name', 'pod-template-hash', 'rollouts-pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
]);

/** The selector of a Service without what controllers add to pods. */
export function writtenSelector({ manifest }: ManifestEntry): JsonObject {
  return Object.fromEntries(Object.entries(Place.root(manifest).at('spec', 'selector').object).filter(([key]) => !ADDED.has(key)));
}

/** Whether an object of the synth makes pods that a Service selects, or pods whose labels are written elsewhere. */
export function hasPodsBehind(service: ManifestEntry, manifests: ManifestSet): boolean {
  return podsSelected({ matchLabels: writtenSelector(service) }, service.id.namespace, service, manifests).length > 0;
}

/**
 * The objects whose pods a label selector of an object picks in a namespace, and those whose pods are written elsewhere and so may have
 * any labels.
 */
export function podsSelected(
  selector: JsonObject, namespace: string, { unit }: ManifestEntry, manifests: ManifestSet,
): readonly ManifestEntry[] {
  const open = clustersMet(unit).flatMap((cluster) => OPEN.find(manifests.entries, `${cluster}\n${namespace}`))
    .filter((entry) => !hasTemplateHere(entry, manifests));
  return [...open, ...WORKLOADS.select(manifests.entries, unit, namespace, selector)];
}

/** Whether the workload with the template is among the objects, where its labels are found. */
function hasTemplateHere(entry: ManifestEntry, manifests: ManifestSet): boolean {
  const workload = referencesOf(entry).find(({ role }) => role === 'workload');
  const found = workload && resolve(manifests, entry, workload);
  return found !== undefined && found !== 'external' && makesPods(found.entry);
}

/** Whether an object makes pods of a template that is written elsewhere. */
export function hasPodsFromElsewhere({ manifest }: ManifestEntry): boolean {
  return Place.root(manifest).at('spec', 'workloadRef').exists;
}

/** The labels that the pods of an object may have. */
function labelsOf({ id, manifest }: ManifestEntry): readonly JsonObject[] {
  const root = Place.root(manifest);
  if (id.kind === 'Pod') return [root.at('metadata', 'labels').object];
  if (id.kind === 'CronJob') return [root.at('spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels').object];
  if (id.kind === 'Experiment') return root.at('spec', 'templates').items.map((template) => template.at('template', 'metadata', 'labels').object);
  const labels = root.at('spec', 'template', 'metadata', 'labels').object;
  // A strategy adds labels for as long as pods are canary, stable, preview or active, and so does a step with an experiment.
  const strategies = ['canary', 'blueGreen'].flatMap((key) => root.at('spec', 'strategy', key).fields);
  const added = [
    ...strategies.filter(([key]) => key.endsWith('Metadata')).map(([, metadata]) => metadata),
    ...root.at('spec', 'strategy', 'canary', 'steps').items.flatMap((step) => step.at('experiment', 'templates').items.map((template) => template.at('metadata'))),
  ];
  return [labels, ...added.map((metadata) => ({ ...labels, ...metadata.at('labels').object }))];
}

const WORKLOADS = new LabelledObjects((entry) => (makesPods(entry) ? labelsOf(entry) : []));
const OPEN = new EntryIndex((entry) =>
  (makesPods(entry) && hasPodsFromElsewhere(entry) ? clustersOf(entry.unit).map((cluster) => `${cluster}\n${entry.id.namespace}`) : []));

function makesPods({ id: { group, kind } }: ManifestEntry): boolean {
  return POD_KINDS.includes(group ? `${group}/${kind}` : kind);
}
