import { defineRule } from '../../rule';
import { flagField, isSet, objectsField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { withExperiments } from '../scopes';
import { exampleExperimentStep } from './example-experiment';
import { experimentsOf } from './experiments-of';

/** Finds experiments that wait for a person. */
export const hasAnEnd = defineRule({
  id: 'experiments/has-an-end',
  severity: 'info',
  kinds: [ROLLOUT],
  scope: withExperiments,
  since: '0.1.0',
  implements: [],
  title: 'an experiment in a step comes to its end by itself',
  rationale: 'An experiment ends when its duration has passed, or when all analyses that are requiredForCompletion are successful. '
    + 'Without either the release stays at the step until somebody ends the experiment or skips the step.',
  bad: exampleExperimentStep({ step: 'scaleDownDelaySeconds: 30' }),
  good: exampleExperimentStep({ step: 'duration: 10m' }),
  check(entry, context) {
    for (const { pointer: at, label, experiment } of experimentsOf(entry)) {
      const required = objectsField(experiment, 'analyses').some(([, analysis]) => flagField(analysis, 'requiredForCompletion'));
      if (isSet(experiment, 'duration') || required) continue;
      context.report(at, `${label} runs an experiment without a duration, and no analysis of it is required for completion`, {
        received: 'neither', expected: 'a duration, or an analysis with requiredForCompletion', fix: 'add a duration such as 10m',
      });
    }
  },
});
