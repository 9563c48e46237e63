import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleMetric, exampleTemplate } from '../analysis/example-analysis';
import { limitOf, METRIC_KINDS, metricsOf } from '../analysis/template-metrics';
import { isSet } from '../rollouts/fields';

function measured(limit: number): string {
  return exampleTemplate({ metrics: exampleMetric('interval: 1m', 'count: 5', `failureLimit: ${limit}`, 'successCondition: result >= 0.95') });
}

/** Finds metrics that abort a release at the first bad measurement of several. */
export const failureLimit = defineRule({
  id: 'practices/failure-limit',
  severity: 'info',
  strict: true,
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['P49'],
  title: 'one bad measurement of several is no reason to abort a release',
  rationale: 'Metrics have outliers: a slow request, a pod that was just moved. With a failureLimit of 0, which is what upstream takes when nothing is said, '
    + 'the first one aborts the release, and people learn to start it again without looking.',
  bad: measured(0),
  good: measured(1),
  check(entry, context) {
    for (const { name, metric, pointer: at } of metricsOf(entry.manifest)) {
      const [limit, count] = [limitOf(metric, 'failureLimit'), limitOf(metric, 'count')];
      // A count of 0 with an interval measures until the release is done.
      const several = count !== undefined && (count > 1 || (count === 0 && isSet(metric, 'interval')));
      if (limit !== 0 || !several || limitOf(metric, 'consecutiveSuccessLimit') !== 0) continue;
      const said = isSet(metric, 'failureLimit');
      context.report(said ? pointer(at, 'failureLimit') : at, `metric ${name} aborts the release at its first bad measurement`, {
        received: said ? '0' : 'failureLimit not said, which is 0', expected: '1 or more', fix: 'write failureLimit: 1',
      });
    }
  },
});
