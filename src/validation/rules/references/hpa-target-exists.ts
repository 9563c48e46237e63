import { defineRule } from '../../rule';
import { exampleRollout, joinDocuments } from '../rollouts/example-rollout';
import { reportMissing } from './missing-object';

function autoscaler(apiVersion: string, kind: string): string {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: ${apiVersion}
    kind: ${kind}
    name: web
  minReplicas: 2
  maxReplicas: 10
`;
}

const SCALED = exampleRollout({ spec: 'revisionHistoryLimit: 3' });

/** Finds autoscalers of workloads that nobody makes. */
export const hpaTargetExists = defineRule({
  id: 'references/hpa-target-exists',
  severity: 'error',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  since: '0.1.0',
  implements: [],
  needsCompleteSet: true,
  title: 'the workload that an autoscaler scales exists in its namespace',
  rationale:
    'An autoscaler without its target does nothing but report FailedGetScale, and the workload keeps the replicas it has. The usual '
    + 'cause is a Deployment that became a Rollout while the autoscaler still names apps/v1 Deployment.',
  bad: joinDocuments(SCALED, autoscaler('apps/v1', 'Deployment')),
  good: joinDocuments(SCALED, autoscaler('argoproj.io/v1alpha1', 'Rollout')),
  check(entry, context) {
    reportMissing(entry, context, ({ role }) => role === 'scale target', 'the autoscaler scales nothing');
  },
});
