import { conditionProblem } from '../../../languages/conditions/problem';
import { fromNumbers } from '../../../languages/conditions/values';
import type { JsonObject } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { judged } from './condition-data';
import { conditionsOf, resultTypes, vectorQuery } from './condition-result';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { METRIC_KINDS, providersOf } from './template-metrics';

/** A metric that asks Prometheus for a ratio of each series. */
function seriesExample(condition: string): string {
  return exampleTemplate({
    metrics: exampleProvider(
      'prometheus:\n  address: http://prometheus.monitoring.svc.cluster.local:9090\n  query: avg_over_time(web_success_ratio[5m])',
      { fields: [`successCondition: ${condition}`] },
    ),
  });
}

/** Why a condition is an error for whatever list of numbers there is: `default` gives the whole list, whatever it is asked for. */
function errorOfAnyData(metric: JsonObject, key: string): string | undefined {
  if (vectorQuery(metric) === undefined) return undefined;
  const alone = { [key]: textField(metric, key) };
  const isError = SERIES.every((series) => judged(alone, fromNumbers(series))?.phase === 'Error');
  return isError ? judged(alone, fromNumbers(SERIES[0]!))?.message?.replace(`${key}: `, '') : undefined;
}

/** Results of one series and of several: a condition may ask for the second. */
const SERIES = [0, 0.5, 1, 1000].flatMap((value) => [1, 2, 3, 10].map((length) => Array<number>(length).fill(value)));

/** Finds conditions for another kind of result than the provider has. */
export const conditionResultShape = defineRule({
  id: 'analysis/condition-result-shape',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-145'],
  title: 'a condition fits what its provider measures',
  rationale: 'What result is differs from provider to provider: Prometheus gives a list with one number a series, and one number only for '
    + 'a scalar. A list is not compared with a number: such a condition makes every measurement an error, and the release is aborted.',
  bad: seriesExample('result >= 0.95'),
  good: seriesExample('"len(result) > 0 && all(result, {# >= 0.95})"'),
  check(entry, context) {
    for (const { name, metric, key, condition, pointer } of conditionsOf(entry.manifest)) {
      if (conditionProblem(condition) !== undefined) continue;
      const problems = resultTypes(metric).map((type) => conditionProblem(condition, type));
      const problem = problems.includes(undefined) ? errorOfAnyData(metric, key) : problems[0];
      if (problem === undefined) continue;
      context.report(pointer, `metric ${name}: ${key} does not fit what ${providersOf(metric)[0]} measures: ${problem}`, {
        received: condition,
        expected: 'an expression for the result that this provider has',
        fix: 'correct the expression, or ask for what it judges',
      });
    }
  },
});
