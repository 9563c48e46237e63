import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { isSet, textField } from '../rollouts/fields';
import { EXAMPLE_JOB, exampleProvider, exampleTemplate } from './example-analysis';
import { measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric that runs a Job, with this field. */
function jobExample(field: string): string {
  return exampleTemplate({ metrics: exampleProvider(EXAMPLE_JOB, { name: 'smoke', fields: ['initialDelay: 10s', field] }) });
}

/** Finds conditions of metrics that are decided without them. */
export const jobConditions = defineRule({
  id: 'analysis/job-conditions',
  severity: 'warning',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a metric that runs a Job has no conditions',
  rationale: 'A Job has no result to compare: the measurement succeeds when the Job completes and fails when the Job fails. The controller '
    + 'never reads successCondition or failureCondition of such a metric, so what they say protects nobody.',
  bad: jobExample('successCondition: result == "ok"'),
  good: jobExample('failureLimit: 0'),
  check(entry, context) {
    for (const { name, metric, pointer: at } of measuredBy(entry.manifest, 'job')) {
      for (const key of ['successCondition', 'failureCondition']) {
        if (!isSet(metric, key) || textField(metric, key) === '') continue;
        context.report(pointer(at.replace(/\/provider\/job$/, ''), key), `metric ${name} runs a Job, and its ${key} is never read`, {
          received: textField(metric, key), expected: 'no condition', fix: 'let the command of the Job end with another exit code than 0, and remove the condition',
        });
      }
    }
  },
});
