import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleRollout } from '../rollouts/example-rollout';
import { isSet, objectField, textField } from '../rollouts/fields';
import { containersOf, hasWorkloadRef, podSpecOf } from '../rollouts/pod-template';
import { ROLLOUT } from '../rollouts/rollout-strategy';

function example(resources: string): string {
  return exampleRollout({ template: `
metadata:
  labels:
    app: web
spec:
  containers:
    - name: web
      image: example.com/web:1.4.2
      readinessProbe:
        httpGet:
          path: /healthz
          port: 8080
      resources: ${resources}
` });
}

/** Finds containers that ask for no CPU or memory. */
export const resources = defineRule({
  id: 'practices/resources',
  severity: 'info',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P25'],
  title: 'containers of a rollout request CPU and memory, and limit memory',
  rationale: 'The scheduler places pods by what they request: without it all of them may land on one full node, and they are evicted first. '
    + 'Autoscalers by utilization measure against the request and do nothing without one. Memory without a limit takes the node down with it.',
  bad: example('{ requests: { cpu: 250m } }'),
  good: example('{ requests: { cpu: 250m, memory: 256Mi }, limits: { memory: 256Mi } }'),
  check(entry, context) {
    // The resources of the pod as a whole stand in for those of its containers.
    if (hasWorkloadRef(entry.manifest) || isSet(podSpecOf(entry.manifest), 'resources')) return;
    for (const at of containersOf(entry.manifest)) {
      if (at.init) continue;
      const [requests, limits] = ['requests', 'limits'].map((key) => objectField(objectField(at.container, 'resources'), key));
      // What is limited and not requested is requested as much as it is limited.
      const missing = [
        ...['cpu', 'memory'].filter((name) => !isSet(requests, name) && !isSet(limits, name)).map((name) => `a request for ${name}`),
        ...(isSet(limits, 'memory') ? [] : ['a limit for memory']),
      ];
      if (missing.length === 0) continue;
      context.report(isSet(at.container, 'resources') ? pointer(at.pointer, 'resources') : at.pointer, `container ${textField(at.container, 'name')} has no ${
        missing.map((one) => one.replace(/^a /, '')).join(', no ')}`, {
        expected: missing.join(', '), fix: 'measure what the container uses and write it into its resources',
      });
    }
  },
});
