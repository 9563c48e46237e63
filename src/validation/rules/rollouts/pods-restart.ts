import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { isSet, textField } from './fields';
import { hasWorkloadRef, podSpecOf } from './pod-template';
import { ROLLOUT } from './rollout-strategy';

/** A pod with one more field. */
function podExample(field: string): string {
  return exampleRollout({ template: `
metadata:
  labels:
    app: web
spec:
  ${field}
  containers:
    - name: web
      image: example.com/web:1.4.2
      readinessProbe:
        httpGet:
          path: /healthz
          port: 8080
` });
}

/** Finds pods that are meant to end. */
export const podsRestart = defineRule({
  id: 'rollouts/pods-restart',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-009', 'AR-010'],
  title: 'the pods of a rollout run until they are replaced',
  rationale: 'A Rollout makes ReplicaSets, which allow neither a restart policy other than Always nor an active deadline. The '
    + 'controller marks the Rollout InvalidSpec.',
  bad: podExample('restartPolicy: OnFailure'),
  good: podExample('restartPolicy: Always'),
  check(entry, context) {
    if (hasWorkloadRef(entry.manifest)) return;
    const podSpec = podSpecOf(entry.manifest);
    const policy = textField(podSpec, 'restartPolicy');
    if (policy !== '' && policy !== 'Always') {
      context.report('/spec/template/spec/restartPolicy', `restartPolicy is ${policy}, and pods of a rollout always restart`, {
        received: policy, expected: 'Always', fix: 'remove restartPolicy, or run the pod as a Job',
      });
    }
    if (isSet(podSpec, 'activeDeadlineSeconds')) {
      context.report('/spec/template/spec/activeDeadlineSeconds', 'activeDeadlineSeconds would end pods of a rollout', {
        received: JSON.stringify(podSpec?.activeDeadlineSeconds), expected: 'no active deadline', fix: 'remove it, or run the pod as a Job',
      });
    }
  },
});
