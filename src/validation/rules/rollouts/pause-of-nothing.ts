import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleCanary } from './example-rollout';
import { isSet, objectField } from './fields';
import { pauseSeconds } from './pause-duration';
import { ROLLOUT } from './rollout-strategy';

/** Finds pauses that are over before they begin. */
export const pauseOfNothing = defineRule({
  id: 'rollouts/pause-of-nothing',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a pause lasts at least a second',
  rationale: 'The controller cuts pauses to whole seconds and passes a pause of 0 at once. Someone who wants to wait for a promotion '
    + 'by hand leaves the duration out.',
  bad: exampleCanary('steps:\n  - setWeight: 25\n  - pause:\n      duration: 0'),
  good: exampleCanary('steps:\n  - setWeight: 25\n  - pause: {}'),
  check(entry, context) {
    for (const at of canarySteps(entry.manifest)) {
      const pause = objectField(at.step, 'pause');
      const duration = pause?.duration;
      if (!isSet(pause, 'duration') || duration === undefined || pauseSeconds(duration) !== 0) continue;
      context.report(
        pointer(at.pointer, 'pause', 'duration'),
        `steps[${at.index}] pauses for ${JSON.stringify(duration)}, which passes at once`,
        {
          received: JSON.stringify(duration),
          expected: '1 second or more',
          fix: 'remove the step, write a longer duration, or pause: {} to wait for a promotion by hand',
        },
      );
    }
  },
});
