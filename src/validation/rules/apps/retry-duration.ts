import { durationProblem } from '../../../languages/go-duration';
import { corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { APPLICATION_KINDS, applicationSpec } from './application-spec';
import { EXAMPLE_SOURCE, exampleApplication } from './example-application';

/** Finds waiting times between retries that Argo CD cannot read. */
export const retryDuration = defineRule({
  id: 'apps/retry-duration',
  severity: 'error',
  kinds: APPLICATION_KINDS,
  since: '0.1.0',
  implements: ['CD-093'],
  title: 'the waiting times between retries are durations',
  rationale:
    'Argo CD reads them when a retry is due, not before: a sync that fails then fails for good, with "failed to retry". A number '
    + 'counts seconds; anything else is a Go duration, which knows hours but no days.',
  bad: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  retry:
    limit: 5
    backoff:
      duration: 5 seconds
      factor: 2
      maxDuration: 3m`),
  good: exampleApplication(`${EXAMPLE_SOURCE}
syncPolicy:
  retry:
    limit: 5
    backoff:
      duration: 5s
      factor: 2
      maxDuration: 3m`),
  check(entry, context) {
    for (const field of ['duration', 'maxDuration']) {
      const place = applicationSpec(entry).at('syncPolicy', 'retry', 'backoff', field);
      const text = place.text;
      if (text === '' || text.includes('{{') || /^[+-]?\d+$/.test(text)) continue;
      const problem = durationProblem(text);
      if (!problem) continue;
      context.report(place.pointer, `${JSON.stringify(text)} is ${problem.what}, so the first retry fails`, {
        received: text,
        expected: 'a number of seconds, or a duration such as 5s, 3m or 1h',
        fix: problem.meant ? `write ${problem.meant}` : 'write a duration such as 5s',
        ...corrected(place.pointer, problem.certain),
      });
    }
  },
});
