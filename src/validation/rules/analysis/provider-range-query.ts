import { timeProblem } from '../../../languages/conditions/problem';
import { durationProblem } from '../../../languages/go-duration';
import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { objectField, textField } from '../rollouts/fields';
import { exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric that asks for values of a range with this step. */
function rangeExample(step: string): string {
  return exampleTemplate({
    metrics: exampleProvider(
      'prometheus:\n  address: http://prometheus.monitoring:9090\n  query: web_success_ratio\n  rangeQuery:\n'
      + `    start: now() - duration("5m")\n    end: now()\n    step: ${step}`,
      { fields: ['successCondition: all(result, {# >= 0.95})'] },
    ),
  });
}

/** Finds ranges that the controller cannot ask for. */
export const providerRangeQuery = defineRule({
  id: 'analysis/provider-range-query',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: ['AR-129'],
  title: 'a range query has a start, an end and a step',
  rationale: 'Start and end are expressions for a point in time, step is a Go duration, and none of them has a default. Otherwise every '
    + 'measurement ends in an error, and after five of them the release is aborted.',
  bad: rangeExample('"60"'),
  good: rangeExample('60s'),
  check(entry, context) {
    for (const { name, fields, pointer: at } of measuredBy(entry.manifest, 'prometheus')) {
      const range = objectField(fields, 'rangeQuery');
      if (!range) continue;
      for (const field of ['start', 'end', 'step']) {
        const text = textField(range, field);
        if (text === '') {
          context.report(pointer(at, 'rangeQuery'), `metric ${name} has a rangeQuery without ${field}`, {
            received: Object.keys(range).sort().join(', ') || '{}',
            expected: 'start, end and step',
            fix: `write ${field}: ${{ start: 'now() - duration("5m")', end: 'now()' }[field] ?? '1m'}`,
          });
        } else if (field !== 'step') {
          const problem = timeProblem(text);
          if (problem === undefined) continue;
          context.report(pointer(at, 'rangeQuery', field), `metric ${name} has a ${field} of its range that is no point in time: ${problem}`, {
            received: text, expected: 'an expression such as now() - duration("5m")', fix: `correct ${field}`,
          });
        }
      }
      const step = textField(range, 'step');
      const problem = step === '' || holdsPlaceholder(step) ? undefined : durationProblem(step);
      if (!problem) continue;
      context.report(pointer(at, 'rangeQuery', 'step'), `metric ${name} has the step "${step}", which is ${problem.what}`, {
        received: step, expected: 'a number with a unit h, m, s or ms', fix: `write ${problem.meant ?? 'a duration such as 1m'}`,
      });
    }
  },
});
