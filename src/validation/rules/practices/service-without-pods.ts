import { EntryIndex } from '../../../manifests/entry-index';
import type { JsonObject } from '../../../manifests/json';
import { LabelledObjects } from '../../../manifests/labelled-objects';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { mayMeet } from '../../../manifests/unit';
import { defineRule } from '../../rule';
import { shown } from '../../schema/describe-value';
import { POD_KINDS } from '../pods/pods-of';
import { exampleRollout, exampleServices, joinDocuments } from '../rollouts/example-rollout';

/** Labels that controllers put on the pods which they make. */
const ADDED: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index', 'batch.kubernetes.io/job-name', 'controller-revision-hash', 'job-name', 'pod-template-hash', 'rollouts-pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
]);

/** Finds Services in front of nothing. */
export const serviceWithoutPods = defineRule({
  id: 'practices/service-without-pods',
  severity: 'warning',
  strict: true,
  kinds: ['Service'],
  since: '0.1.0',
  implements: [],
  title: 'a Service has pods behind it',
  rationale: 'A Service that selects labels which no pod carries has no endpoints: every request to it is refused at once. Operators make pods of their '
    + 'own that are not seen here, so this is said in the profile strict alone.',
  bad: joinDocuments(exampleRollout(), exampleServices('web').replace('app: web', 'app: wep')),
  good: joinDocuments(exampleRollout(), exampleServices('web')),
  needsCompleteSet: true,
  check(entry, context) {
    const selector = Place.root(entry.manifest).at('spec', 'selector');
    const wanted = Object.fromEntries(Object.entries(selector.object).filter(([key]) => !ADDED.has(key)));
    if (Object.keys(wanted).length === 0) return;
    const { entries } = context.manifests;
    // What takes its pods from elsewhere may have any labels.
    const behind = [...OPEN.find(entries, entry.id.namespace), ...WORKLOADS.select(entries, entry.id.namespace, { matchLabels: wanted })];
    if (behind.some((other) => mayMeet(other.unit, entry.unit))) return;
    context.report(selector.pointer, 'no workload in the namespace has pods with these labels, so the Service leads nowhere', {
      received: Object.entries(selector.object).map(([key, value]) => `${key}=${typeof value === 'string' ? value : shown(value)}`).sort().join(', '),
      expected: 'labels of pods',
      fix: 'correct the selector, or acknowledge this when an operator makes the pods',
    });
  },
});

/** The labels that the pods of an object may have. */
function labelsOf({ id, manifest }: ManifestEntry): readonly JsonObject[] {
  const root = Place.root(manifest);
  if (id.kind === 'Pod') return [root.at('metadata', 'labels').object];
  if (id.kind === 'CronJob') return [root.at('spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels').object];
  if (id.kind === 'Experiment') return root.at('spec', 'templates').items.map((template) => template.at('template', 'metadata', 'labels').object);
  const labels = root.at('spec', 'template', 'metadata', 'labels').object;
  // A strategy adds labels for as long as pods are canary, stable, preview or active.
  const strategies = ['canary', 'blueGreen'].flatMap((key) => root.at('spec', 'strategy', key).fields);
  return [labels, ...strategies.filter(([key]) => key.endsWith('Metadata')).map(([, metadata]) => ({ ...labels, ...metadata.at('labels').object }))];
}

const WORKLOADS = new LabelledObjects((entry) => (makesPods(entry) ? labelsOf(entry) : []));
const OPEN = new EntryIndex((entry) =>
  (makesPods(entry) && Place.root(entry.manifest).at('spec', 'workloadRef').exists ? [entry.id.namespace] : []));

function makesPods({ id: { group, kind } }: ManifestEntry): boolean {
  return POD_KINDS.includes(group ? `${group}/${kind}` : kind);
}
