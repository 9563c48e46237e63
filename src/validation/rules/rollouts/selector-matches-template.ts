import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { hasWorkloadRef } from './pod-template';
import { ROLLOUT, specOf } from './rollout-strategy';
import { labelMismatch } from './template-labels';

/** Finds a selector that the rollout's own pods do not satisfy. */
export const selectorMatchesTemplate = defineRule({
  id: 'rollouts/selector-matches-template',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-007', 'E15'],
  title: 'the pods of a rollout carry the labels that it selects',
  rationale: 'A Rollout whose template lacks a selected label would make pods for ever and find none of them. The controller marks it '
    + 'InvalidSpec.',
  bad: exampleRollout({ selector: 'matchLabels:\n  app: api' }),
  good: exampleRollout({ selector: 'matchLabels:\n  app: web' }),
  check(entry, context) {
    const mismatch = hasWorkloadRef(entry.manifest) ? undefined : labelMismatch(specOf(entry.manifest));
    if (!mismatch) return;
    const { pointer, message, ...details } = mismatch;
    context.report(pointer, message, details);
  },
});
