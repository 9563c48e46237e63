import { pointer, segmentsOf, valueAlong } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { BLUE_GREEN, CANARY, ROLLOUT } from './rollout-strategy';

/** Counts and seconds that the controller checks itself (AR-001, AR-012 to AR-014), then those that it takes as they come. */
const COUNTS = [
  '/spec/replicas', '/spec/minReadySeconds', '/spec/revisionHistoryLimit', '/spec/progressDeadlineSeconds',
  '/spec/analysis/successfulRunHistoryLimit', '/spec/analysis/unsuccessfulRunHistoryLimit', '/spec/rollbackWindow/revisions',
  ...[BLUE_GREEN, CANARY].flatMap((strategy) =>
    ['scaleDownDelaySeconds', 'abortScaleDownDelaySeconds', 'scaleDownDelayRevisionLimit'].map((key) => pointer(strategy, key))),
  `${BLUE_GREEN}/autoPromotionSeconds`, `${BLUE_GREEN}/previewReplicaCount`, `${CANARY}/minPodsPerReplicaSet`,
].map((path) => [path, segmentsOf(path)] as const);

/** Finds counts and delays below 0. */
export const noNegativeNumbers = defineRule({
  id: 'rollouts/no-negative-numbers',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-001', 'AR-012', 'AR-013', 'AR-014'],
  title: 'counts and delays of a rollout are not negative',
  rationale: 'The controller refuses a negative number of replicas, revisions or seconds and marks the Rollout InvalidSpec. A '
    + 'negative delay or preview size it does not check: it computes with it.',
  bad: exampleRollout({ spec: 'replicas: 4\nminReadySeconds: -5' }),
  good: exampleRollout({ spec: 'replicas: 4\nminReadySeconds: 5' }),
  check(entry, context) {
    for (const [path, segments] of COUNTS) {
      const value = valueAlong(entry.manifest, segments);
      if (typeof value !== 'number' || value >= 0) continue;
      const name = path.slice(path.lastIndexOf('/') + 1);
      context.report(path, `${name} is ${value}, and there is no negative count or delay`, {
        received: String(value),
        expected: '0 or more',
        fix: `set ${name} to 0 or more, or leave it out for its default`,
      });
    }
  },
});
