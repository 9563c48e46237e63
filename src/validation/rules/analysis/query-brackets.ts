import type { JsonObject } from '../../../manifests/json';
import { type Pointer, pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectField, objectsField, textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { type MeasuredBy, measuredBy } from './measured-by';
import { bracketProblem } from './query-text';
import { METRIC_KINDS } from './template-metrics';

/** Providers with a `query`. What Prometheus is asked is read by a parser. */
const ASKED = ['datadog', 'graphite', 'influxdb', 'newRelic', 'skywalking', 'wavefront'];

/** A metric of Datadog with this query. */
function queryExample(query: string): string {
  return exampleTemplate({
    metrics: exampleProvider(`datadog:\n  apiVersion: v2\n  query: "${query}"`, { fields: ['successCondition: default(result, 0) < 0.05'] }),
  });
}

function queriesOf({ fields, pointer: at }: MeasuredBy): Array<readonly [query: string, at: Pointer]> {
  const named: JsonObject = objectField(fields, 'queries') ?? {};
  return [
    [textField(fields, 'query'), pointer(at, 'query')],
    [textField(fields, 'formula'), pointer(at, 'formula')],
    ...Object.keys(named).map((name) => [textField(named, name), pointer(at, 'queries', name)] as const),
    ...objectsField(fields, 'metricDataQueries').map(([index, query]) =>
      [textField(query, 'expression'), pointer(at, 'metricDataQueries', index, 'expression')] as const),
  ];
}

/** Finds queries that no backend can read. */
export const queryBrackets = defineRule({
  id: 'analysis/query-brackets',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the brackets of a query fit together',
  rationale: 'The controller hands a query on as it is, and the backend refuses one that it cannot read: every measurement ends in an error, and '
    + 'after five of them the release is aborted. What stands in quotes is not looked at.',
  bad: queryExample('sum:web.errors{service:web.as_count()'),
  good: queryExample('sum:web.errors{service:web}.as_count()'),
  check(entry, context) {
    for (const provider of [...ASKED, 'cloudWatch']) {
      for (const measured of measuredBy(entry.manifest, provider)) {
        for (const [query, at] of queriesOf(measured)) {
          const problem = bracketProblem(query);
          if (problem === undefined) continue;
          context.report(at, `the query of metric ${measured.name} ${problem}`, { received: query, expected: 'brackets in pairs', fix: 'correct the query' });
        }
      }
    }
  },
});
