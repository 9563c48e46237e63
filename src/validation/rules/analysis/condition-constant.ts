import { conditionTruth } from '../../../languages/conditions/problem';
import { defineRule } from '../../rule';
import { conditionsOf } from './condition-result';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { METRIC_KINDS } from './template-metrics';

/** Finds conditions that come out the same whatever was measured. */
export const conditionConstant = defineRule({
  id: 'analysis/condition-constant',
  severity: 'warning',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a condition looks at what was measured',
  rationale: 'A condition that is true or false by itself makes each measurement come out the same. As a successCondition true lets every '
    + 'release pass, and false none.',
  bad: exampleTemplate({ metrics: exampleMetric('successCondition: "true"') }),
  good: exampleTemplate({ metrics: exampleMetric('successCondition: result >= 0.95') }),
  check(entry, context) {
    for (const { name, key, condition, pointer } of conditionsOf(entry.manifest)) {
      const truth = conditionTruth(condition);
      if (truth === undefined) continue;
      context.report(pointer, `metric ${name}: ${key} is ${truth} whatever is measured`, {
        received: condition, expected: 'a condition on result', fix: 'compare result with something, or leave the condition out',
      });
    }
  },
});
