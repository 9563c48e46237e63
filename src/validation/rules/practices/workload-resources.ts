import { defineRule } from '../../rule';
import { POD_KINDS } from '../pods/pods-of';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { reportMissingResources } from './missing-resources';

function deployed(resources: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: example.com/web:1.4.2
          resources: ${resources}
`;
}

/** Finds containers outside of rollouts that ask for no CPU or memory. */
export const workloadResources = defineRule({
  id: 'practices/workload-resources',
  severity: 'info',
  strict: true,
  kinds: POD_KINDS.filter((kind) => kind !== ROLLOUT),
  since: '0.1.0',
  implements: ['P10', 'P25'],
  title: 'containers of Deployments, Jobs and others request CPU and memory, and limit memory',
  rationale: 'The scheduler places pods by what they request, and those that request nothing are evicted first. Memory without a limit takes the node down '
    + 'with it, and the pods of others. Rollouts are looked at by `practices/resources`.',
  bad: deployed('{ requests: { cpu: 250m } }'),
  good: deployed('{ requests: { cpu: 250m, memory: 256Mi }, limits: { memory: 256Mi } }'),
  check: reportMissingResources,
});
