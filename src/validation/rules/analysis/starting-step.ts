import { defineRule } from '../../rule';
import { canarySteps } from '../rollouts/canary-steps';
import { numberField, objectField } from '../rollouts/fields';
import { CANARY, canaryOf, ROLLOUT } from '../rollouts/rollout-strategy';
import { exampleBackgroundAnalysis, exampleTemplate } from './example-analysis';

/** A background analysis of two steps that starts here. */
function startingExample(step: number): string {
  return exampleBackgroundAnalysis(`startingStep: ${step}\ntemplates:\n  - templateName: smoke`, exampleTemplate());
}

/** Finds background analyses that start after the end. */
export const startingStep = defineRule({
  id: 'analysis/starting-step',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a background analysis starts at a step that there is',
  rationale: 'startingStep counts from 0. The controller starts the analysis when the release has come to that step and does not '
    + 'check that it exists: one behind the last step never starts, and nothing is measured.',
  bad: startingExample(3),
  good: startingExample(1),
  check(entry, context) {
    const steps = canarySteps(entry.manifest).length;
    const start = numberField(objectField(canaryOf(entry.manifest), 'analysis'), 'startingStep');
    if (start === undefined || (start >= 0 && start <= steps)) return;
    context.report(`${CANARY}/analysis/startingStep`, start < 0
      ? `startingStep is ${start}, and steps count from 0`
      : `startingStep is ${start}, but ${counted(steps)}, so the analysis never starts`, {
      received: String(start),
      expected: steps === 0 ? '0' : `0 to ${steps - 1}`,
      fix: 'write the index of a step, counted from 0, or leave startingStep out',
    });
  },
});

function counted(steps: number): string {
  if (steps === 0) return 'there are no steps';
  return steps === 1 ? 'there is 1 step' : `there are ${steps} steps`;
}
