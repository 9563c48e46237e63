import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { EXAMPLE_JOB, exampleProvider, exampleTemplate } from './example-analysis';
import { holdsPlaceholder, measuredBy } from './measured-by';
import { METRIC_KINDS } from './template-metrics';

/** A metric of this name that runs a Job. */
function jobExample(name: string): string {
  return exampleTemplate({ metrics: exampleProvider(EXAMPLE_JOB, { name, fields: ['initialDelay: 10s'] }) });
}

/** Finds metrics whose Jobs cannot be made. */
export const providerJobName = defineRule({
  id: 'analysis/provider-job-name',
  severity: 'error',
  kinds: METRIC_KINDS,
  since: '0.1.0',
  implements: [],
  title: 'a metric that runs a Job has a name that a Job may have',
  rationale: 'The controller puts the name of the metric into the name of its Jobs. With capitals, blanks or underscores the API server '
    + 'refuses each of them: every measurement ends in an error, and after five of them the release is aborted.',
  bad: jobExample('smoke_test'),
  good: jobExample('smoke-test'),
  check(entry, context) {
    for (const { metric, pointer: at } of measuredBy(entry.manifest, 'job')) {
      const name = textField(metric, 'name');
      if (name === '' || holdsPlaceholder(name) || /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(name)) continue;
      context.report(pointer(at.replace(/\/provider\/job$/, ''), 'name'), `metric ${name} runs Jobs, whose names cannot hold its name`, {
        received: name,
        expected: 'small letters, digits and -',
        fix: `rename the metric to ${name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'smoke-test'}`,
      });
    }
  },
});
