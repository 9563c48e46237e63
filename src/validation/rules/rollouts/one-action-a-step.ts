import { defineRule } from '../../rule';
import { actionsOf, canarySteps, EXCLUSIVE_ACTIONS, STEP_ACTIONS } from './canary-steps';
import { exampleCanary } from './example-rollout';
import { ROLLOUT } from './rollout-strategy';

/** Finds steps that do two things at once, or nothing. */
export const oneActionAStep = defineRule({
  id: 'rollouts/one-action-a-step',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-033', 'AR-034'],
  title: 'each canary step does one thing',
  rationale: 'A weight and its pause are two list entries. Written as one, with a "-" missing, they are one step with two actions, '
    + 'which the controller refuses; so is a step without an action, as is left when an unknown key is pruned.',
  bad: exampleCanary('steps:\n  - setWeight: 25\n    pause:\n      duration: 5m'),
  good: exampleCanary('steps:\n  - setWeight: 25\n  - pause:\n      duration: 5m'),
  check(entry, context) {
    for (const { index, pointer, step } of canarySteps(entry.manifest)) {
      const actions = actionsOf(step);
      if (actions.length === 0) {
        const received = Object.keys(step).join(', ') || '{}';
        context.report(pointer, `steps[${index}] does nothing: it has ${received}`, {
          received,
          expected: `one of ${STEP_ACTIONS.join(', ')}`,
          fix: 'remove the step or give it an action; a wait without end is pause: {}',
        });
      }
      const exclusive = actions.filter((action) => EXCLUSIVE_ACTIONS.includes(action));
      if (exclusive.length > 1) {
        context.report(pointer, `steps[${index}] has ${exclusive.join(' and ')}, and a step does one thing`, {
          received: exclusive.join(', '),
          expected: 'one action',
          fix: 'write each action as a list entry of its own, in the wanted order',
        });
      }
    }
  },
});
