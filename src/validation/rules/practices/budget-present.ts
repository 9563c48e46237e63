import { EntryIndex } from '../../../manifests/entry-index';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { selectorMatches } from '../../../manifests/selectors';
import { defineRule } from '../../rule';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { fewestPods, podLabelsOf, SCALED_KINDS } from './workload-pods';

const BUDGET = `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
`;

/** Finds workloads of several pods that may all be evicted at once. */
export const budgetPresent = defineRule({
  id: 'practices/budget-present',
  severity: 'info',
  strict: true,
  kinds: SCALED_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'several pods of one workload have a disruption budget',
  rationale: 'Whoever drains nodes, such as an upgrade of the cluster, evicts as many pods at once as there are on them. A budget makes the drain wait '
    + 'until a new pod is ready, so that somebody answers all the time.',
  bad: exampleRollout(),
  good: joinDocuments(exampleRollout(), BUDGET),
  needsCompleteSet: true,
  check(entry, context) {
    const labels = podLabelsOf(entry);
    const replicas = fewestPods(entry, context.manifests);
    if (replicas === undefined || replicas < 2 || Object.keys(labels).length === 0) return;
    const place = placeOf(entry);
    const near = [place, ...Object.entries(labels).map(([key, value]) => `${place}\n${key}=${JSON.stringify(value) ?? ''}`)]
      .flatMap((key) => BUDGETS.find(context.manifests.entries, key));
    if (near.some((budget) => selectorMatches(selectorOf(budget).value, labels))) return;
    context.report('', `nothing keeps the ${replicas} pods of ${describe(entry.id)} from being evicted all at once`, {
      received: 'no PodDisruptionBudget that selects them', expected: 'a PodDisruptionBudget', fix: 'add one with maxUnavailable: 1',
    });
  },
});

/** Budgets by the first label that they select, those without one by their place alone. */
const BUDGETS = new EntryIndex((entry) => {
  if (entry.id.kind !== 'PodDisruptionBudget' || entry.id.group !== 'policy') return [];
  const [first] = Object.entries(selectorOf(entry).at('matchLabels').object);
  return [first ? `${placeOf(entry)}\n${first[0]}=${JSON.stringify(first[1]) ?? ''}` : placeOf(entry)];
});

function selectorOf({ manifest }: ManifestEntry): Place {
  return Place.root(manifest).at('spec', 'selector');
}

function placeOf({ id, unit }: ManifestEntry): string {
  return `${unit.destination.cluster}\n${id.namespace}`;
}
