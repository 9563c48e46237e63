import { describe } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
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
    const covered = budgetsIn(context.manifests).some((budget) => budget.unit.destination.cluster === entry.unit.destination.cluster
      && budget.id.namespace === entry.id.namespace && selectorMatches(Place.root(budget.manifest).at('spec', 'selector').value, labels));
    if (covered) return;
    context.report('', `nothing keeps the ${replicas} pods of ${describe(entry.id)} from being evicted all at once`, {
      received: 'no PodDisruptionBudget that selects them', expected: 'a PodDisruptionBudget', fix: 'add one with maxUnavailable: 1',
    });
  },
});

const found = new WeakMap<ManifestSet, { readonly size: number; readonly budgets: readonly ManifestEntry[] }>();

/** Every budget of the set, looked for once. */
function budgetsIn(manifests: ManifestSet): readonly ManifestEntry[] {
  const { entries } = manifests;
  let known = found.get(manifests);
  if (known?.size !== entries.length) {
    known = { size: entries.length, budgets: entries.filter(({ id }) => id.kind === 'PodDisruptionBudget' && id.group === 'policy') };
    found.set(manifests, known);
  }
  return known.budgets;
}
