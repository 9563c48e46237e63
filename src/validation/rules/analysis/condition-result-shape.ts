import { conditionProblem } from '../../../languages/conditions/problem';
import { defineRule } from '../../rule';
import { conditionsOf, resultTypes } from './condition-result';
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
      const [problem] = problems;
      if (problem === undefined || problems.includes(undefined)) continue;
      context.report(pointer, `metric ${name}: ${key} does not fit what ${providersOf(metric)[0]} measures: ${problem}`, {
        received: condition,
        expected: 'an expression for the result that this provider has',
        fix: 'correct the expression, or ask for what it judges',
      });
    }
  },
});
