import { defineRule } from '../../rule';
import { exampleDeployment } from '../pods/example-deployment';
import { POD_KINDS } from '../pods/pods-of';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { reportMissingResources } from './missing-resources';

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
  bad: exampleDeployment({ container: 'resources: { requests: { cpu: 250m } }' }),
  good: exampleDeployment({ container: 'resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { memory: 256Mi } }' }),
  check: reportMissingResources,
});
