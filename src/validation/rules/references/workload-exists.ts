import { defineRule } from '../../rule';
import { exampleDeployment } from '../pods/example-deployment';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { reportMissing } from './missing-object';

const ROLLOUT = exampleRollout({
  selector: '',
  template: '',
  spec: `
replicas: 4
workloadRef:
  apiVersion: apps/v1
  kind: Deployment
  name: web
`,
});

function deployment(name: string): string {
  return exampleDeployment({ name, spec: 'replicas: 0', container: 'readinessProbe:\n  httpGet:\n    path: /healthz\n    port: 8080' });
}

/** Finds workloads that a Rollout takes its pods from and nobody makes. */
export const workloadExists = defineRule({
  id: 'references/workload-exists',
  severity: 'error',
  kinds: ['argoproj.io/Rollout'],
  since: '0.1.0',
  implements: ['AR-072'],
  needsCompleteSet: true,
  title: 'the workload that a Rollout takes its pods from exists in its namespace',
  rationale: 'A Rollout with workloadRef has no pod template of its own. Until the workload is there it is InvalidSpec and starts no pod.',
  bad: joinDocuments(ROLLOUT, deployment('web-app')),
  good: joinDocuments(ROLLOUT, deployment('web')),
  check(entry, context) {
    reportMissing(entry, context, ({ role }) => role === 'workload', 'the Rollout has no pod template');
  },
});
