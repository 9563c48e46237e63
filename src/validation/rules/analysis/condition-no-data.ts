import { fromNumbers } from '../../../languages/conditions/values';
import type { JsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { CONDITIONS, judged, maybeNaN, neverEmpty, phasesWithData, picksErrors } from './condition-data';
import { metricAtFirstCondition, vectorQuery } from './condition-result';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { METRIC_KINDS } from './template-metrics';

const RATIO = 'sum(rate(http_requests_total{service="web",status=~"5.."}[5m])) / sum(rate(http_requests_total{service="web"}[5m]))';

/** A metric with a ratio of errors. */
function ratioExample(...conditions: readonly string[]): string {
  return exampleTemplate({
    metrics: exampleProvider(`prometheus:\n  address: http://prometheus.monitoring.svc.cluster.local:9090\n  query: '${RATIO}'`, {
      name: 'error-rate', fields: conditions,
    }),
  });
}

function decidesNaN(metric: JsonObject): boolean {
  return [textField(metric, 'successCondition'), textField(metric, 'failureCondition')].some((text) => text.includes('isNaN'));
}

/** What to write so that no data is neither an error nor a failure, and no success that nobody has seen. */
function cureOf(metric: JsonObject, isZeroGood: boolean): string {
  const missing = CONDITIONS.find((key) => textField(metric, key) === '');
  const guarded = `${missing === undefined ? '' : `add a ${missing}, and `}start both conditions with len(result) > 0 &&, so that neither holds without data`;
  return isZeroGood ? `${guarded}; or end the query with: or vector(0), if no series means 0` : guarded;
}

/** Finds conditions that have forgotten a result without data. */
export const conditionNoData = defineRule({
  id: 'analysis/condition-no-data',
  severity: 'warning',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['E28', 'E29'],
  title: 'a condition says what an empty or NaN result is',
  rationale: 'A query whose series do not exist yet, such as errors of a service that had none, gives an empty list: result[0] is then an '
    + 'error, and five of them abort a healthy release. A successCondition alone that asks for data with len(result) > 0 is no better: what '
    + 'does not hold is a failure. With a failureCondition beside it neither holds, and a person decides. Where 0 is good, or vector(0) at '
    + 'the end of the query says that nothing is 0. A ratio or a quantile without traffic is NaN, which every comparison fails.',
  bad: ratioExample('successCondition: result[0] < 0.05'),
  good: ratioExample(
    'successCondition: "len(result) > 0 && none(result, {isNaN(#)}) && all(result, {# < 0.05})"',
    'failureCondition: "len(result) > 0 && none(result, {isNaN(#)}) && any(result, {# >= 0.05})"',
  ),
  check(entry, context) {
    for (const { name, metric, pointer, condition } of metricAtFirstCondition(entry.manifest)) {
      const query = vectorQuery(metric);
      if (query === undefined || !phasesWithData(metric).has('Successful')) continue;
      const empty = neverEmpty(query) ? undefined : judged(metric, fromNumbers([]))?.phase;
      const isZeroGood = judged(metric, fromNumbers([0]))?.phase === 'Successful';
      if (empty === 'Error') {
        context.report(pointer, `metric ${name}: a query without series is an error for this condition, and errors in a row abort the release`, {
          received: condition,
          expected: 'conditions that look whether there is data first',
          fix: cureOf(metric, isZeroGood),
        });
      } else if (empty === 'Failed' && isZeroGood && picksErrors(query)) {
        context.report(pointer, `metric ${name}: as long as there was no error the query has no series, which counts as a failure though 0 is a success`, {
          received: condition,
          expected: 'conditions that let a service without errors pass, or leave it to a person',
          fix: cureOf(metric, isZeroGood),
        });
      } else if (maybeNaN(query) && !decidesNaN(metric) && judged(metric, fromNumbers([NaN]))?.phase === 'Failed') {
        context.report(pointer, `metric ${name}: without traffic the query is NaN, which counts as a failure`, {
          received: condition,
          expected: 'a condition that says what NaN is',
          fix: 'add a failureCondition, so that neither holds for NaN, or decide with isNaN(#)',
        });
      }
    }
  },
});
