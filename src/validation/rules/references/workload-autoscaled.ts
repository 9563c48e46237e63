import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { referencesOf } from '../../../manifests/references';
import { FirstInUnit } from '../../first-in-unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { AUTOSCALER, exampleAutoscaler, SCALED_OBJECT } from '../autoscaling/example-autoscaler';
import { exampleDeployment } from '../pods/example-deployment';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';

const ROLLOUT_YAML = exampleRollout({
  selector: '',
  template: '',
  spec: 'revisionHistoryLimit: 3\nworkloadRef:\n  apiVersion: apps/v1\n  kind: Deployment\n  name: web\n  scaleDown: onsuccess',
});

/** Finds autoscalers of Deployments whose pods a Rollout runs. */
export const workloadAutoscaled = defineRule({
  id: 'references/workload-autoscaled',
  severity: 'error',
  kinds: [AUTOSCALER, SCALED_OBJECT],
  since: '0.1.0',
  implements: ['E60'],
  title: 'an autoscaler scales the Rollout, not the workload that it takes its pods from',
  rationale: 'With workloadRef the Deployment is a template alone, with 0 replicas. An autoscaler that names it does nothing while it has '
    + 'none and brings its pods back otherwise; the pods of the Rollout it never scales.',
  bad: joinDocuments(ROLLOUT_YAML, exampleDeployment(), exampleAutoscaler({ target: 'apps/v1 Deployment' })),
  good: joinDocuments(ROLLOUT_YAML, exampleDeployment(), exampleAutoscaler()),
  check(entry, context) {
    const target = referencesOf(entry).find(({ role }) => role === 'scale target');
    const rollout = target && TAKEN.before(entry, claimOf(target), context.manifests);
    if (!rollout) return;
    context.report(target.pointer, `${describe(rollout.id)}${madeAt(rollout, entry)} runs the pods of ${target.kind} ${target.name}, which this autoscaler scales`, {
      received: `${target.kind} ${target.name}`,
      expected: `Rollout ${rollout.id.name}`,
      fix: `write apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: ${rollout.id.name}`,
    });
  },
});

const TAKEN = new FirstInUnit((entry: ManifestEntry) =>
  (entry.id.group === 'argoproj.io' && entry.id.kind === 'Rollout' ? referencesOf(entry).filter(({ role }) => role === 'workload').map(claimOf) : []));

function claimOf({ group, kind, namespace, name }: { group: string; kind: string; namespace: string; name: string }): string {
  return `${group}/${kind}/${namespace}/${name}`;
}
