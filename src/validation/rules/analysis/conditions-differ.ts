import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { metricAtFirstCondition } from './condition-result';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { METRIC_KINDS } from './template-metrics';

/** A metric that fails where this holds. */
function failureExample(condition: string): string {
  return exampleTemplate({ metrics: exampleMetric('successCondition: result >= 0.95', `failureCondition: ${condition}`) });
}

/** Finds metrics whose success is their failure. */
export const conditionsDiffer = defineRule({
  id: 'analysis/conditions-differ',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'success and failure of a metric are two conditions',
  rationale: 'Where both conditions hold the measurement has failed. With one text for both it is failed or inconclusive and never '
    + 'successful, so no release passes.',
  bad: failureExample('result >= 0.95'),
  good: failureExample('result < 0.95'),
  check(entry, context) {
    for (const { name, metric, pointer: at } of metricAtFirstCondition(entry.manifest)) {
      const [success, failure] = ['successCondition', 'failureCondition'].map((key) => textField(metric, key).replace(/\s+/g, ''));
      if (success === '' || success !== failure) continue;
      context.report(pointer(at.replace(/\/[^/]*$/, ''), 'failureCondition'), `metric ${name} fails whenever it succeeds: its conditions are the same`, {
        received: textField(metric, 'failureCondition'),
        expected: 'the opposite of successCondition, or no failureCondition',
        fix: 'turn the comparison around, or leave failureCondition out',
      });
    }
  },
});
