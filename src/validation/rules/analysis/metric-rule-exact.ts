import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { METRIC_KINDS, metricsOf } from './template-metrics';

/** A template of two metrics, one of which only looks on. */
function dryRunExample(name: string): string {
  const fields = ['interval: 1m', 'count: 3', 'failureLimit: 1', 'successCondition: result >= 0.95'];
  const metrics = exampleMetric(...fields);
  return exampleTemplate({ spec: `  dryRun:\n    - metricName: ${name}`, metrics: metrics + metrics.replace('success-rate', 'success').slice(1) });
}

/** Finds dry runs and retentions that catch a metric beside the one that they name. */
export const metricRuleExact = defineRule({
  id: 'analysis/metric-rule-exact',
  severity: 'warning',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'the name of a metric in dryRun or measurementRetention is that metric alone',
  rationale: 'metricName is a regular expression that is found anywhere in a name: success is also about success-rate. A metric that '
    + 'should decide then only looks on, and lets a bad release pass.',
  bad: dryRunExample('success'),
  good: dryRunExample('^success$'),
  check(entry, context) {
    const names = metricsOf(entry.manifest).map(({ name }) => name);
    for (const key of ['dryRun', 'measurementRetention']) {
      for (const [index, rule] of objectsField(specOf(entry.manifest), key)) {
        const name = textField(rule, 'metricName');
        const others = names.filter((other) => other !== name && other.includes(name));
        if (!names.includes(name) || others.length === 0) continue;
        context.report(pointer('/spec', key, index, 'metricName'), `${key} names the metric ${name} and is about ${others.join(', ')} too`, {
          received: name, expected: `^${name}$`, fix: `write ^${name}$ for this metric alone, or ${name}.* if all are meant`,
        });
      }
    }
  },
});
