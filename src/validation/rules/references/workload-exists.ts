import { defineRule } from '../../rule';
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
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 0
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
          readinessProbe:
            httpGet:
              path: /healthz
              port: 8080
`;
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
