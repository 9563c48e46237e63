import { describe } from '../../../manifests/manifest';
import { referencesOf, resolve } from '../../../manifests/references';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleDeployment } from '../pods/example-deployment';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { numberField, objectField, textField } from '../rollouts/fields';
import { ROLLOUT, specOf } from '../rollouts/rollout-strategy';

const ROLLOUT_YAML = exampleRollout({
  selector: '', template: '', spec: 'replicas: 4\nworkloadRef:\n  apiVersion: apps/v1\n  kind: Deployment\n  name: web',
});

function deployment(replicas: number): string {
  return exampleDeployment({ spec: `replicas: ${replicas}` });
}

/** Finds Deployments that go on to run beside the Rollout that took their pods. */
export const workloadRunsOnce = defineRule({
  id: 'references/workload-runs-once',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['E60'],
  title: 'a workload whose pods a Rollout takes runs none itself',
  rationale: 'workloadRef takes the pod template and leaves the Deployment alone. Unless its replicas are 0, or scaleDown tells the '
    + 'controller to take them away, every pod runs twice, and Services send requests to pods that no release step governs.',
  bad: joinDocuments(ROLLOUT_YAML, deployment(4)),
  good: joinDocuments(ROLLOUT_YAML, deployment(0)),
  check(entry, context) {
    const workload = referencesOf(entry).find(({ role }) => role === 'workload');
    const found = workload && resolve(context.manifests, entry, workload);
    if (!found || found === 'external' || workload.kind === 'PodTemplate') return;
    const scaleDown = textField(objectField(specOf(entry.manifest), 'workloadRef'), 'scaleDown');
    const replicas = numberField(specOf(found.entry.manifest), 'replicas') ?? 1;
    if (scaleDown === 'onsuccess' || scaleDown === 'progressively' || replicas === 0) return;
    context.report(
      workload.pointer,
      `${describe(found.entry.id)}${madeAt(found.entry, entry)} keeps ${replicas === 1 ? 'a pod' : `${replicas} pods`} of its own beside those of the rollout`,
      {
        received: `replicas: ${replicas}`,
        expected: 'replicas: 0',
        fix: 'write replicas: 0 in the workload once the traffic has moved to the rollout. scaleDown: onsuccess is for clusters where nobody '
          + 'applies the workload again: that would bring its pods back',
      },
    );
  },
});
