import { durationProblem, goDurationSeconds } from '../../../languages/go-duration';
import { pointer } from '../../../manifests/pointer';
import { corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { limitOf, METRIC_KINDS, metricsOf } from './template-metrics';

/** A metric that is measured three times, at this interval. */
function intervalExample(interval: string): string {
  return exampleTemplate({
    metrics: exampleMetric(`interval: ${interval}`, 'count: 3', 'failureLimit: 1', 'successCondition: result >= 0.95'),
  });
}

/** Finds intervals and delays that the controller cannot read, and repeated measurements without an interval. */
export const metricDuration = defineRule({
  id: 'analysis/metric-duration',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-118', 'AR-119', 'AR-120'],
  title: 'interval and initialDelay are Go durations, and repeated measurements have an interval above 0',
  rationale: 'Unlike a pause, a metric needs the unit: "60" is no interval. The controller finds out when a run starts, in the middle '
    + 'of a release: the run ends in Error and the release is aborted.',
  bad: intervalExample('"60"'),
  good: intervalExample('60s'),
  check(entry, context) {
    for (const { name, metric, pointer: at } of metricsOf(entry.manifest)) {
      const count = limitOf(metric, 'count');
      if (count !== undefined && count > 1 && textField(metric, 'interval') === '') {
        context.report(at, `metric ${name} is measured ${count} times and has no interval`, {
          received: 'no interval', expected: 'interval', fix: 'add an interval such as 1m, or set count to 1',
        });
      }
      for (const key of ['interval', 'initialDelay']) {
        const text = textField(metric, key);
        if (text === '' || text.includes('{{')) continue;
        const seconds = goDurationSeconds(text);
        if (seconds !== undefined && (key === 'interval' ? seconds <= 0 : seconds < 0)) {
          context.report(pointer(at, key), `metric ${name} has the ${key} "${text}", which is no time`, {
            received: text, expected: 'a time above 0', fix: key === 'interval' ? 'write an interval such as 1m' : 'leave initialDelay out, or write one such as 1m',
          });
        }
        const problem = durationProblem(text);
        if (!problem || seconds !== undefined) continue;
        context.report(pointer(at, key), `metric ${name} has the ${key} "${text}", which is ${problem.what}`, {
          received: text,
          expected: 'a number with a unit h, m, s or ms, such as 1m30s',
          fix: problem.meant ? `write ${problem.meant}` : 'write a duration such as 1m',
          ...corrected(pointer(at, key), problem.certain),
        });
      }
    }
  },
});
