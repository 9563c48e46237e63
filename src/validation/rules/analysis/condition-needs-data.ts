import { fromNumbers } from '../../../languages/conditions/values';
import { defineRule } from '../../rule';
import { filters, judged, neverEmpty, phasesWithData } from './condition-data';
import { metricAtFirstCondition, vectorQuery } from './condition-result';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { METRIC_KINDS } from './template-metrics';

/** A metric with a mean of each series. */
function meanExample(condition: string): string {
  return exampleTemplate({
    metrics: exampleProvider(
      'prometheus:\n  address: http://prometheus.monitoring.svc.cluster.local:9090\n  query: avg_over_time(web_queue_length[5m])',
      { name: 'queue', fields: [`successCondition: "${condition}"`] },
    ),
  });
}

/** Finds conditions that are content with a result without data. */
export const conditionNeedsData = defineRule({
  id: 'analysis/condition-needs-data',
  severity: 'info',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a measurement without data is no success',
  rationale: 'A metric whose name is misspelt, or whose pods are not scraped, gives an empty list for ever. Where that is a success the check '
    + 'passes every release and nobody notices. Inconclusive pauses the release instead, and a person decides.',
  bad: meanExample('len(result) == 0 || result[0] < 50'),
  good: meanExample('len(result) > 0 && all(result, {# < 50})'),
  check(entry, context) {
    for (const { name, metric, pointer, condition } of metricAtFirstCondition(entry.manifest)) {
      const query = vectorQuery(metric);
      if (query === undefined || neverEmpty(query) || filters(query)) continue;
      const phases = phasesWithData(metric);
      // A condition that passes nothing but the empty list asks for it.
      if (!phases.has('Successful') || phases.size === 1 || judged(metric, fromNumbers([]))?.phase !== 'Successful') continue;
      context.report(pointer, `metric ${name}: a query without series is a success for this condition`, {
        received: condition,
        expected: 'data, or a measurement that is inconclusive',
        fix: 'start successCondition and failureCondition with len(result) > 0 &&',
      });
    }
  },
});
