import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleRollout } from './example-rollout';
import { objectField } from './fields';
import { selectorProblems } from './label-selector';
import { hasWorkloadRef } from './pod-template';
import { ROLLOUT, specOf } from './rollout-strategy';

/** Finds labels and operators in the selector that Kubernetes does not have. */
export const selectorSyntax = defineRule({
  id: 'rollouts/selector-syntax',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-003', 'AR-006'],
  title: 'the selector of a rollout is a legal label selector',
  rationale: 'The CRD takes any text as label or operator; the controller then cannot build a selector from it and marks the Rollout '
    + 'InvalidSpec.',
  bad: exampleRollout({ selector: `
matchLabels:
  app: web
matchExpressions:
  - key: tier
    operator: DoesNotExist
    values:
      - backend
` }),
  good: exampleRollout({ selector: `
matchLabels:
  app: web
matchExpressions:
  - key: tier
    operator: DoesNotExist
` }),
  check(entry, context) {
    const selector = objectField(specOf(entry.manifest), 'selector');
    if (!selector || hasWorkloadRef(entry.manifest)) return;
    for (const { path, message, received, expected } of selectorProblems(selector)) {
      context.report(pointer('/spec/selector', ...path), message, { received, expected, fix: `write ${expected}` });
    }
  },
});
