import { defineRule } from '../../rule';
import { exampleRollout } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { reportMissingResources } from './missing-resources';

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
  check: reportMissingResources,
});
