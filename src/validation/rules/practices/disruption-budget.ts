import { LabelledObjects } from '../../../manifests/labelled-objects';
import { describe } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { shown } from '../../schema/describe-value';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { fewestPods, isScaled, podLabelsOf } from './workload-pods';

/** Finds budgets that let no pod be evicted. */
export const disruptionBudget = defineRule({
  id: 'practices/disruption-budget',
  severity: 'warning',
  kinds: ['policy/PodDisruptionBudget'],
  since: '0.1.0',
  implements: [],
  title: 'a disruption budget lets at least one pod be evicted',
  rationale: 'A node is drained by evicting its pods, and the API server refuses an eviction that the budget does not allow. When the '
    + 'budget allows none, drains wait for ever: upgrades of the cluster stop at the first node that has such a pod.',
  bad: joinDocuments(exampleRollout(), budget('minAvailable: 4')),
  good: joinDocuments(exampleRollout(), budget('minAvailable: 3')),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const [max, min] = [spec.at('maxUnavailable'), spec.at('minAvailable')];
    if (!spec.at('selector').exists) {
      context.report('/spec', 'the budget selects no pod, and so protects none', { received: 'no selector', expected: 'a selector', fix: 'select the pods, or all of them with selector: {}' });
      return;
    }
    if (!max.exists && !min.exists) {
      context.report('/spec', 'the budget names no amount, and then no pod may be evicted, so no node under one can be drained', {
        received: 'neither maxUnavailable nor minAvailable', expected: 'one of them', fix: 'write maxUnavailable: 1',
      });
      return;
    }
    const never = max.value === 0 || max.value === '0%' ? `maxUnavailable ${max.value}` : min.value === '100%' ? 'minAvailable 100%' : undefined;
    if (never !== undefined) {
      context.report(max.exists ? max.pointer : min.pointer, `${never} lets no pod be evicted, so no node under one can be drained`, {
        received: never, expected: 'room for at least one pod', fix: 'write maxUnavailable: 1',
      });
      return;
    }
    if (!min.exists) return;
    const workload = workloadOf(entry, context.manifests);
    const replicas = workload && fewestPods(workload, context.manifests);
    if (!workload || replicas === undefined || replicas === 0) return;
    const needed = neededOf(min.value, replicas);
    if (needed === undefined || needed < replicas) return;
    context.report('/spec/minAvailable', `${describe(workload.id)}${madeAt(workload, entry)} may have ${replicas} ${replicas === 1 ? 'pod' : 'pods'}, and the budget `
      + 'lets none of them be evicted, so no node under one can be drained', {
      received: `minAvailable ${shown(min.value)}`,
      expected: replicas === 1 ? 'a second pod' : `at most ${replicas - 1} of ${replicas}`,
      fix: replicas === 1 ? 'run at least 2 pods' : 'write maxUnavailable: 1',
    });
  },
});

function workloadOf(entry: ManifestEntry, manifests: ManifestSet): ManifestEntry | undefined {
  const selector = Place.root(entry.manifest).at('spec', 'selector').value;
  const selected = WORKLOADS.select(manifests.of(entry.unit), entry.unit, entry.id.namespace, selector);
  // Of several it protects the sum.
  return selected.length === 1 ? selected[0] : undefined;
}

const WORKLOADS = new LabelledObjects((entry) => (isScaled(entry) ? [podLabelsOf(entry)] : []));

/** Kubernetes rounds percentages up: pkg/controller/disruption/disruption.go. */
function neededOf(minAvailable: unknown, replicas: number): number | undefined {
  if (typeof minAvailable === 'number') return minAvailable;
  const percent = typeof minAvailable === 'string' ? /^(\d+)%$/.exec(minAvailable) : null;
  return percent ? Math.ceil(Number(percent[1]) * replicas / 100) : undefined;
}

function budget(allowance: string): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  ${allowance}
  selector:
    matchLabels:
      app: web
`;
}
