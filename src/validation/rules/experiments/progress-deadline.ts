import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { numberField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';
import { exampleExperiment } from './example-experiment';
import { EXPERIMENT } from './experiments-of';

const DEFAULT_DEADLINE = 600;

/** An Experiment whose pods are ready after this many seconds. */
function readyAfter(seconds: number): string {
  return exampleExperiment().replace('- name: candidate\n', `- name: candidate\n      minReadySeconds: ${seconds}\n`);
}

/** Finds templates of an Experiment that cannot be ready in time. */
export const progressDeadline = defineRule({
  id: 'experiments/progress-deadline',
  severity: 'error',
  kinds: [EXPERIMENT],
  since: '0.1.0',
  implements: ['AR-150'],
  title: 'pods of an experiment can be ready before its deadline',
  rationale: 'A template that is not available after progressDeadlineSeconds, 600 unless set, fails the experiment. With a longer '
    + 'minReadySeconds it never can be, so the controller refuses the Experiment.',
  bad: readyAfter(900),
  good: readyAfter(30),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    const deadline = numberField(spec, 'progressDeadlineSeconds') ?? DEFAULT_DEADLINE;
    for (const [index, template] of objectsField(spec, 'templates')) {
      const seconds = numberField(template, 'minReadySeconds');
      if (seconds === undefined || seconds <= deadline) continue;
      context.report(
        pointer('/spec/templates', index, 'minReadySeconds'),
        `pods of template ${textField(template, 'name')} are available after ${seconds} seconds at the earliest, and the deadline is ${deadline}`,
        {
          received: String(seconds), expected: `${deadline} or less`, fix: 'lower minReadySeconds, or raise progressDeadlineSeconds',
        },
      );
    }
  },
});
