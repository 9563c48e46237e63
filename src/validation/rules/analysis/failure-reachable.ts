import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { limitOf, METRIC_KINDS, metricsOf } from './template-metrics';

/** A metric that is measured three times, with this limit of failures. */
function failureExample(limit: number): string {
  return exampleTemplate({
    metrics: exampleMetric('interval: 1m', 'count: 3', `failureLimit: ${limit}`, 'successCondition: result >= 0.95'),
  });
}

/** Finds metrics that pass with nothing but failures. */
export const failureReachable = defineRule({
  id: 'analysis/failure-reachable',
  severity: 'warning',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a metric can fail before it has been measured for the last time',
  rationale: 'A metric fails with more failures than failureLimit. With a limit equal to its count every measurement may fail and the '
    + 'metric is Successful.',
  bad: failureExample(3),
  good: failureExample(2),
  check(entry, context) {
    for (const { name, metric, pointer: at } of metricsOf(entry.manifest)) {
      const count = limitOf(metric, 'count');
      const limit = limitOf(metric, 'failureLimit');
      if (limit === undefined || limit <= 0 || limit !== count || limitOf(metric, 'consecutiveSuccessLimit') !== 0) continue;
      context.report(
        pointer(at, 'failureLimit'),
        `metric ${name} may fail ${limit} times and is measured ${count} times, so it can never fail`,
        {
          received: String(limit), expected: `less than ${count}`, fix: `lower failureLimit below ${count}, or raise count`,
        },
      );
    }
  },
});
