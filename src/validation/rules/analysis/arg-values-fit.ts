import type { JsonObject } from '../../../manifests/json';
import { type MetricTexts, unfitValue } from '../../../simulation/analysis/unfit-value';
import { defineRule } from '../../rule';
import { objectField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { boundMetrics } from './bound-metrics';
import { resultTypes } from './condition-result';
import { exampleMetric, exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { ANALYSIS_RUN, providersOf } from './template-metrics';

/** An analysis with this limit. */
function limitExample(limit: string): string {
  return exampleStepAnalysis(
    `templates:\n  - templateName: smoke\nargs:\n  - name: limit\n    value: "${limit}"`,
    exampleTemplate({ args: '    - name: limit', metrics: exampleMetric('successCondition: result >= {{args.limit}}') }),
  );
}

/** Finds values of arguments that make no sense where they stand. */
export const argValuesFit = defineRule({
  id: 'analysis/arg-values-fit',
  severity: 'error',
  kinds: [ROLLOUT, ANALYSIS_RUN],
  since: '0.1.0',
  implements: [],
  title: 'values of arguments fit the condition, the query and the count that they stand in',
  rationale: 'The controller puts the text of an argument into the metric when the analysis starts, and nothing earlier reads the result. '
    + 'A limit of 5% is no number in a condition: every measurement is an error, and with the fifth one the release is aborted. A count that '
    + 'is no number makes a metric that never ends.',
  bad: limitExample('95%'),
  good: limitExample('0.95'),
  check(entry, context) {
    for (const bound of boundMetrics(entry, context.manifests)) {
      const { metric, values, pointer, given } = bound;
      const unfit = unfitValue(textsOf(metric), values, resultTypes(metric));
      if (!unfit) continue;
      const place = unfit.names.map((name) => given.get(name)).find((at) => at !== undefined);
      context.report(place ?? pointer, `${bound.label}: ${unfit.message}`, {
        received: unfit.text,
        expected: 'a value that can be read where the metric has it',
        fix: place === undefined ? 'correct the default in the template, or pass another value' : 'correct the value',
      });
    }
  },
});

function textsOf(metric: JsonObject): MetricTexts {
  const judgesItself = providersOf(metric).some((provider) => provider === 'job' || provider === 'kayenta');
  return {
    successCondition: judgesItself ? undefined : textField(metric, 'successCondition'),
    failureCondition: judgesItself ? undefined : textField(metric, 'failureCondition'),
    query: textField(objectField(objectField(metric, 'provider'), 'prometheus'), 'query'),
    count: textField(metric, 'count'),
  };
}
