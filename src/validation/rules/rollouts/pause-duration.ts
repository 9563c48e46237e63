import { durationProblem, goDurationSeconds } from '../../../languages/go-duration';
import type { JsonValue } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleCanary } from './example-rollout';
import { isSet, objectField } from './fields';
import { ROLLOUT } from './rollout-strategy';

/** Seconds of a pause as the controller counts them: a number or its digits are seconds, another text is a Go duration or nothing. */
export function pauseSeconds(duration: JsonValue): number | undefined {
  if (typeof duration === 'number') return duration;
  if (typeof duration !== 'string') return undefined;
  if (/^[+-]?\d+$/.test(duration)) return Number(duration);
  const seconds = goDurationSeconds(duration);
  return seconds === undefined ? undefined : Math.trunc(seconds);
}

/** Finds pauses of a length that the controller cannot read. */
export const pauseDuration = defineRule({
  id: 'rollouts/pause-duration',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-036'],
  title: 'a pause lasts a number of seconds or a Go duration',
  rationale: 'The controller reads 300, "300" and "5m", and has no days, words or ISO 8601. A duration that it cannot read counts as '
    + '-1 seconds, and the Rollout is InvalidSpec.',
  bad: exampleCanary('steps:\n  - setWeight: 25\n  - pause:\n      duration: 5 minutes'),
  good: exampleCanary('steps:\n  - setWeight: 25\n  - pause:\n      duration: 5m'),
  check(entry, context) {
    for (const at of canarySteps(entry.manifest)) {
      const pause = objectField(at.step, 'pause');
      const duration = pause?.duration;
      if (!isSet(pause, 'duration') || duration === undefined) continue;
      if (typeof duration !== 'string' && typeof duration !== 'number') continue;
      const seconds = pauseSeconds(duration);
      if (seconds !== undefined && seconds >= 0) continue;
      const problem = seconds === undefined && typeof duration === 'string' ? durationProblem(duration) : undefined;
      context.report(pointer(at.pointer, 'pause', 'duration'), `steps[${at.index}] pauses for ${JSON.stringify(duration)}, which is ${problem?.what ?? 'negative'}`, {
        received: String(duration),
        expected: 'seconds such as 300, or a duration with units h, m, s such as 1h30m',
        fix: problem?.meant ? `write ${problem.meant}` : 'write seconds, or a duration such as 5m; leave it out to wait for a promotion by hand',
        ...corrected(pointer(at.pointer, 'pause', 'duration'), problem?.certain),
      });
    }
  },
});
