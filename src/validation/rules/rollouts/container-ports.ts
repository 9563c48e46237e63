import { defineRule } from '../../rule';
import { reportPorts } from '../pods/port-problems';
import { exampleRollout } from './example-rollout';
import { containersOf, hasWorkloadRef } from './pod-template';
import { ROLLOUT } from './rollout-strategy';

/** Two ports; the second has this name. */
function portsExample(second: string): string {
  return exampleRollout({ template: `
metadata:
  labels:
    app: web
spec:
  containers:
    - name: web
      image: example.com/web:1.4.2
      ports:
        - name: http
          containerPort: 8080
        - name: ${second}
          containerPort: 9090
      readinessProbe:
        httpGet:
          path: /healthz
          port: 8080
` });
}

/** Finds ports that Kubernetes would refuse. */
export const containerPorts = defineRule({
  id: 'rollouts/container-ports',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-008'],
  title: 'ports of a container have distinct, legal names and numbers',
  rationale: 'Services and probes name ports. The controller validates them as Kubernetes would and marks the Rollout InvalidSpec.',
  bad: portsExample('http'),
  good: portsExample('metrics'),
  check(entry, context) {
    if (hasWorkloadRef(entry.manifest)) return;
    for (const at of containersOf(entry.manifest)) reportPorts(context, at);
  },
});
