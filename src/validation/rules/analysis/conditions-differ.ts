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
  rationale: 'Where both conditions hold the measurement has failed. With one text for both, or a bound within the other, it is failed or inconclusive and never '
    + 'successful, so no release passes.',
  bad: failureExample('result >= 0.95'),
  good: failureExample('result < 0.95'),
  check(entry, context) {
    for (const { name, metric, pointer: at } of metricAtFirstCondition(entry.manifest)) {
      const [success, failure] = ['successCondition', 'failureCondition'].map((key) => textField(metric, key).replace(/\s+/g, ''));
      if (success === undefined || failure === undefined || success === '' || (success !== failure && !isCovered(success, failure))) continue;
      const how = success === failure ? 'its conditions are the same' : 'failureCondition holds wherever successCondition does';
      context.report(pointer(at.replace(/\/[^/]*$/, ''), 'failureCondition'), `metric ${name} fails whenever it succeeds: ${how}`, {
        received: textField(metric, 'failureCondition'),
        expected: 'the opposite of successCondition, or no failureCondition',
        fix: 'turn the comparison around, or leave failureCondition out',
      });
    }
  },
});

/** Whether a bound on the same value, in the same direction, leaves nothing to the other: `result > 1` and `result > 0`. */
function isCovered(success: string, failure: string): boolean {
  const [inner, outer] = [boundOf(success), boundOf(failure)];
  if (!inner || !outer || inner.value !== outer.value || inner.isUpper !== outer.isUpper) return false;
  const room = (inner.bound - outer.bound) * (inner.isUpper ? -1 : 1);
  return room > 0 || (room === 0 && (outer.isInclusive || !inner.isInclusive));
}

interface Bound { readonly value: string; readonly isUpper: boolean; readonly isInclusive: boolean; readonly bound: number }

/** A condition that is one comparison of a value with a number. */
function boundOf(condition: string): Bound | undefined {
  const [, value, sign, bound] = /^([\w.[\]]+)([<>]=?)(-?\d+(?:\.\d+)?)$/.exec(condition) ?? [];
  if (value === undefined || sign === undefined) return undefined;
  return { value, isUpper: sign.startsWith('<'), isInclusive: sign.endsWith('='), bound: Number(bound) };
}
