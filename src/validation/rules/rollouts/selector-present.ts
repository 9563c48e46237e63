import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { isSet, listField, objectField } from './fields';
import { hasWorkloadRef } from './pod-template';
import { ROLLOUT, specOf } from './rollout-strategy';

/** Finds a Rollout that selects no pods, or all of them. */
export const selectorPresent = defineRule({
  id: 'rollouts/selector-present',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-002', 'AR-004'],
  title: 'a rollout selects its pods by at least one label',
  rationale: 'Without workloadRef the controller needs spec.selector to know its ReplicaSets, and refuses an empty one because it '
    + 'would match everything in the namespace. The selector cannot be changed later.',
  bad: exampleRollout({ selector: '' }),
  good: exampleRollout(),
  check(entry, context) {
    const spec = specOf(entry.manifest);
    if (!spec || hasWorkloadRef(entry.manifest)) return;
    const labels = objectField(objectField(objectField(spec, 'template'), 'metadata'), 'labels');
    const fix = labels && Object.keys(labels).length > 0
      ? `write spec.selector.matchLabels with labels of the template, such as ${Object.keys(labels).sort()[0]}`
      : 'write spec.selector.matchLabels and give the template the same labels';
    if (!isSet(spec, 'selector')) {
      context.report('/spec', 'the rollout has neither selector nor workloadRef, so it cannot know its pods', {
        expected: 'spec.selector', fix,
      });
      return;
    }
    const selector = objectField(spec, 'selector');
    if (!selector) return;
    const size = Object.keys(objectField(selector, 'matchLabels') ?? {}).length + listField(selector, 'matchExpressions').length;
    if (size > 0) return;
    context.report('/spec/selector', 'the selector is empty and would match every pod of the namespace', {
      received: '{}', expected: 'at least one label', fix,
    });
  },
});
