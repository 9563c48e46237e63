import { conditionProblem } from '../../../languages/conditions/problem';
import { defineRule } from '../../rule';
import { conditionsOf } from './condition-result';
import { exampleMetric, exampleTemplate } from './example-analysis';
import { METRIC_KINDS } from './template-metrics';

/** Finds conditions that the controller cannot compile, whatever was measured. */
export const conditionCompiles = defineRule({
  id: 'analysis/condition-compiles',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-145'],
  title: 'conditions are expressions of the controller that are true or false',
  rationale: 'The controller compiles a condition with each measurement, and nothing earlier looks at it. One that does not compile makes '
    + 'every measurement an error, and with the fifth one the release is aborted.',
  bad: exampleTemplate({ metrics: exampleMetric('successCondition: results >= 0.95') }),
  good: exampleTemplate({ metrics: exampleMetric('successCondition: result >= 0.95') }),
  check(entry, context) {
    for (const { name, key, condition, pointer } of conditionsOf(entry.manifest)) {
      const problem = conditionProblem(condition);
      if (problem === undefined) continue;
      context.report(pointer, `metric ${name}: ${key} does not compile: ${problem}`, {
        received: condition,
        expected: 'an expression of result that is true or false, such as result >= 0.95',
        fix: 'correct the expression',
      });
    }
  },
});
