import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { METRIC_KINDS, metricsOf, providersOf } from './template-metrics';

/** Providers that answer a query with values and judge nothing themselves: a job, Kayenta, a status code and a plugin do. */
const JUDGE_NOTHING = ['cloudWatch', 'datadog', 'graphite', 'influxdb', 'newRelic', 'prometheus', 'skywalking', 'wavefront'];

/** Finds metrics that pass whatever they measure. */
export const conditionPresent = defineRule({
  id: 'analysis/condition-present',
  severity: 'warning',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a metric that reads values says which of them are good',
  rationale: 'Without successCondition and failureCondition every value counts as success, so the metric can never stop a release: it '
    + 'only looks like a check. Jobs, Kayenta, web requests and plugins can fail by themselves.',
  bad: exampleTemplate({ metrics: exampleMetric('interval: 1m', 'count: 3') }),
  good: exampleTemplate({ metrics: exampleMetric('interval: 1m', 'count: 3', 'successCondition: result >= 0.95') }),
  check(entry, context) {
    for (const { name, metric, pointer } of metricsOf(entry.manifest)) {
      if (textField(metric, 'successCondition') !== '' || textField(metric, 'failureCondition') !== '') continue;
      const provider = providersOf(metric).find((key) => JUDGE_NOTHING.includes(key));
      if (!provider) continue;
      context.report(pointer, `metric ${name} has no condition, so every value that ${provider} returns is a success`, {
        expected: 'successCondition or failureCondition', fix: 'add a successCondition that says which values are good',
      });
    }
  },
});
