import { defineRule } from '../../rule';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleDeployment } from './example-deployment';
import { POD_KINDS, podContainersOf } from './pods-of';
import { reportPorts } from './port-problems';

/** A Deployment whose container has this second port. */
function second(port: string): string {
  return exampleDeployment({ container: `ports:\n  - name: http\n    containerPort: 8080\n  - name: ${port}` });
}

/** Finds ports that Kubernetes would refuse, in pods of anything but a Rollout, which has a rule of its own. */
export const containerPorts = defineRule({
  id: 'pods/container-ports',
  severity: 'error',
  kinds: POD_KINDS.filter((kind) => kind !== ROLLOUT),
  since: '0.1.0',
  implements: [],
  title: 'ports of a container have distinct, legal names and numbers, whatever runs it',
  rationale: 'Services and probes name ports. The API server refuses the object, and the sync fails.',
  bad: second('http\n    containerPort: 9090'),
  good: second('metrics\n    containerPort: 9090'),
  check(entry, context) {
    for (const at of podContainersOf(entry)) reportPorts(context, at);
  },
});
