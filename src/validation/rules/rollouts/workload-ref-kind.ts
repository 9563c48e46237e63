import { groupOf } from '../../../manifests/manifest';
import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { objectField, textField } from './fields';
import { ROLLOUT, specOf } from './rollout-strategy';

const KINDS = ['/PodTemplate', 'apps/Deployment', 'apps/ReplicaSet'];

/** A Rollout with the pods of this workload. */
function workloadExample(kind: string): string {
  return exampleRollout({
    selector: '', template: '', spec: `replicas: 4\nworkloadRef:\n  apiVersion: apps/v1\n  kind: ${kind}\n  name: web\n  scaleDown: onsuccess`,
  });
}

/** Finds pods that a Rollout cannot take from there. */
export const workloadRefKind = defineRule({
  id: 'rollouts/workload-ref-kind',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-071'],
  title: 'workloadRef names a Deployment, a ReplicaSet or a PodTemplate',
  rationale: 'The controller can take the pod template of these three kinds only. A Rollout that names any other, a StatefulSet for '
    + 'example, is InvalidSpec.',
  bad: workloadExample('StatefulSet'),
  good: workloadExample('Deployment'),
  check(entry, context) {
    const workload = objectField(specOf(entry.manifest), 'workloadRef');
    if (!workload) return;
    const [apiVersion, kind] = [textField(workload, 'apiVersion'), textField(workload, 'kind')];
    if (KINDS.includes(`${groupOf(apiVersion)}/${kind}`)) return;
    context.report('/spec/workloadRef', `workloadRef names a ${kind || 'workload without a kind'} of ${apiVersion || 'no apiVersion'}`, {
      received: `${apiVersion} ${kind}`.trim() || 'neither apiVersion nor kind',
      expected: 'apps/v1 Deployment, apps/v1 ReplicaSet or v1 PodTemplate',
      fix: KINDS.some((known) => known.endsWith(`/${kind}`)) ? `write apiVersion: ${kind === 'PodTemplate' ? 'v1' : 'apps/v1'}` : 'name one of these, or write the template',
    });
  },
});
