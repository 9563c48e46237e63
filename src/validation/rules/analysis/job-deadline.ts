import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { isSet, objectField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleProvider, exampleStepAnalysis, exampleTemplate } from './example-analysis';
import { rolloutAnalyses } from './rollout-analyses';
import { flattenTemplates } from './template-flattening';
import { metricsOfSpec } from './template-metrics';

/** A step that runs a Job with this field more in its spec. */
function jobExample(field: string): string {
  const job = `job:
  spec:
    backoffLimit: 1
${field}    template:
      spec:
        restartPolicy: Never
        containers:
          - name: test
            image: registry.example.com/smoke:1.0.0`;
  const metrics = exampleProvider(job, { name: 'smoke-test', fields: ['initialDelay: 10s'] });
  return exampleStepAnalysis('templates:\n  - templateName: smoke', exampleTemplate({ metrics }));
}

/** Finds Jobs that a release may wait for without end. */
export const jobDeadline = defineRule({
  id: 'analysis/job-deadline',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a Job that a release waits for has a deadline',
  rationale: 'A measurement by a Job lasts until the Job is complete or failed, and the controller has no time limit of its own. A test '
    + 'that hangs, or an image that cannot be pulled, holds a step or a promotion for ever: a Job makes a new pod for one that fails, not '
    + 'for one that waits.',
  bad: jobExample(''),
  good: jobExample('    activeDeadlineSeconds: 600\n'),
  check(entry, context) {
    for (const analysis of rolloutAnalyses(entry.manifest)) {
      // The others hold nothing: a promotion ends the one in the background, and an experiment may have a duration.
      if (analysis.role === 'background' || analysis.role === 'experiment') continue;
      for (const { label, entry: template, spec, pointer } of flattenTemplates(entry, analysis, context.manifests).templates) {
        for (const { name, metric } of metricsOfSpec(spec)) {
          const job = objectField(objectField(objectField(metric, 'provider'), 'job'), 'spec');
          const pod = objectField(objectField(job, 'template'), 'spec');
          if (!job || isSet(job, 'activeDeadlineSeconds') || isSet(pod, 'activeDeadlineSeconds')) continue;
          context.report(pointer, `metric ${name} of ${label}${madeAt(template, entry)} runs a Job without a deadline, and the release waits for it`, {
            received: 'no activeDeadlineSeconds',
            expected: 'a deadline',
            fix: 'set activeDeadlineSeconds in the spec of the Job (activeDeadline in cdk8s), and backoffLimit: 0 if a test is not to be repeated',
          });
        }
      }
    }
  },
});
