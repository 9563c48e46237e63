import { promqlProblem } from '../../../languages/promql';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric with this query. */
function queryExample(query: string): string {
  return exampleTemplate({
    metrics: exampleProvider(`prometheus:\n  address: http://prometheus.monitoring.svc.cluster.local:9090\n  query: ${query}`),
  });
}

/** Finds queries that Prometheus does not understand. */
export const queryParses = defineRule({
  id: 'analysis/query-parses',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'queries for Prometheus are PromQL',
  rationale: 'Prometheus answers a query that it cannot read with an error, and the controller counts every such measurement as one. With '
    + 'the fifth in a row the run ends and the release is aborted.',
  bad: queryExample('scalar(avg_over_time(web_success_ratio[5m]'),
  good: queryExample('scalar(avg_over_time(web_success_ratio[5m]))'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'prometheus')) {
      const query = textField(fields, 'query');
      const problem = query === '' ? undefined : promqlProblem(query);
      if (problem === undefined) continue;
      context.report(pointer(at, 'query'), `metric ${name}: the query is no PromQL: ${problem}`, {
        received: query, expected: 'a PromQL expression', fix: 'correct the query',
      });
    }
  },
});
