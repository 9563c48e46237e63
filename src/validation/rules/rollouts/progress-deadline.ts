import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { numberField } from './fields';
import { ROLLOUT, specOf } from './rollout-strategy';

const DEFAULT_DEADLINE = 600;

/** Finds a progress deadline that ends before a pod can count as available. */
export const progressDeadline = defineRule({
  id: 'rollouts/progress-deadline',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-015'],
  title: 'the progress deadline is longer than minReadySeconds',
  rationale: 'A pod counts as available only after minReadySeconds. With a deadline that is not longer no update could make progress '
    + 'in time, so the controller marks the Rollout InvalidSpec. The deadline is 600 seconds unless set.',
  bad: exampleRollout({ spec: 'replicas: 4\nminReadySeconds: 60\nprogressDeadlineSeconds: 60' }),
  good: exampleRollout({ spec: 'replicas: 4\nminReadySeconds: 60\nprogressDeadlineSeconds: 300' }),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    const minReady = numberField(spec, 'minReadySeconds') ?? 0;
    const deadline = numberField(spec, 'progressDeadlineSeconds') ?? DEFAULT_DEADLINE;
    if (minReady < 0 || deadline < 0 || deadline > minReady) return;
    const set = numberField(spec, 'progressDeadlineSeconds') !== undefined;
    context.report(
      set ? '/spec/progressDeadlineSeconds' : '/spec/minReadySeconds',
      `progressDeadlineSeconds is ${deadline}${set ? '' : ' by default'}, and no pod is available before minReadySeconds, ${minReady}`,
      {
        received: String(deadline),
        expected: `more than ${minReady}`,
        fix: `set progressDeadlineSeconds to ${minReady} plus the time that a pod takes to start`,
      },
    );
  },
});
