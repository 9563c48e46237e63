import { durationProblem, goDurationSeconds } from '../../../languages/go-duration';
import { pointer } from '../../../manifests/pointer';
import { corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { textField } from '../rollouts/fields';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { EXPERIMENT_KINDS, experimentsOf } from './experiments-of';

/** Finds durations of experiments that never pass. */
export const duration = defineRule({
  id: 'experiments/duration',
  severity: 'error',
  kinds: EXPERIMENT_KINDS,
  scope: withExperiments,
  since: '0.1.0',
  implements: [],
  title: 'the duration of an experiment is a Go duration',
  rationale: 'Other than that of a pause, the duration of an experiment needs a unit: "60" is none. The controller does not say so. It '
    + 'takes a duration that it cannot read for one that has not passed yet, and the experiment, and the release with it, never ends.',
  bad: exampleExperimentStep({ step: 'duration: "60"' }),
  good: exampleExperimentStep({ step: 'duration: 60s' }),
  check(entry, context) {
    for (const { pointer: at, label, experiment } of experimentsOf(entry)) {
      const text = textField(experiment, 'duration');
      const seconds = goDurationSeconds(text);
      if (text === '' || (seconds !== undefined && seconds > 0)) continue;
      const problem = durationProblem(text);
      const consequence = seconds === undefined ? 'it never ends' : 'it ends as soon as its pods are there';
      context.report(pointer(at, 'duration'), `${label} runs for "${text}", which is ${problem?.what ?? 'no time'}: ${consequence}`, {
        received: text,
        expected: 'a duration with units h, m, s such as 1h30m',
        fix: problem?.meant ? `write ${problem.meant}` : 'write a duration such as 10m',
        ...corrected(pointer(at, 'duration'), problem?.certain),
      });
    }
  },
});
