import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';

function budget(policy: string): string {
  return joinDocuments(exampleRollout(), `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
${policy}`);
}

/** Finds budgets under which pods that never get ready keep their node. */
export const unhealthyPodsEvicted = defineRule({
  id: 'practices/unhealthy-pods-evicted',
  severity: 'info',
  strict: true,
  kinds: ['policy/PodDisruptionBudget'],
  since: '0.1.0',
  implements: [],
  title: 'a disruption budget does not protect pods that are not ready',
  rationale: 'Without unhealthyPodEvictionPolicy: AlwaysAllow a pod that runs and is not ready is only evicted while enough others are ready. During a '
    + 'broken release that is never, so nodes cannot be drained until somebody mends the release.',
  bad: budget(''),
  good: budget('  unhealthyPodEvictionPolicy: AlwaysAllow\n'),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const policy = spec.at('unhealthyPodEvictionPolicy');
    if (!spec.exists || policy.text === 'AlwaysAllow') return;
    context.report(policy.exists ? policy.pointer : spec.pointer, 'pods that are not ready keep their node from being drained', {
      received: policy.exists ? policy.text : 'not said, which is IfHealthyBudget', expected: 'AlwaysAllow', fix: 'write unhealthyPodEvictionPolicy: AlwaysAllow',
    });
  },
});
