import { defineRule } from '../../rule';
import { AUTOSCALER, exampleAutoscaler, SCALED_OBJECT, SCALED_ROLLOUT } from '../autoscaling/example-autoscaler';
import { joinDocuments } from '../rollouts/example-rollout';
import { reportMissing } from './missing-object';

/** Finds autoscalers of workloads that nobody makes. */
export const hpaTargetExists = defineRule({
  id: 'references/hpa-target-exists',
  severity: 'error',
  kinds: [AUTOSCALER, SCALED_OBJECT],
  since: '0.1.0',
  implements: [],
  needsCompleteSet: true,
  title: 'the workload that an autoscaler scales exists in its namespace',
  rationale:
    'An autoscaler without its target does nothing but report FailedGetScale, and the workload keeps the replicas it has. The usual '
    + 'cause is a Deployment that became a Rollout while the autoscaler still names apps/v1 Deployment.',
  bad: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler({ target: 'apps/v1 Deployment' })),
  good: joinDocuments(SCALED_ROLLOUT, exampleAutoscaler()),
  check(entry, context) {
    reportMissing(entry, context, ({ role }) => role === 'scale target', 'the autoscaler scales nothing');
  },
});
