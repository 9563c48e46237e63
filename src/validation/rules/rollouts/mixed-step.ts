import { defineRule } from '../../rule';
import { actionsOf, canarySteps, EXCLUSIVE_ACTIONS, type StepAction } from './canary-steps';
import { exampleIstioCanary, exampleIstioCompanions, joinDocuments } from './example-rollout';
import { ROLLOUT } from './rollout-strategy';

/** The controller asks these in turn whether a step is done, and the first that is set decides. */
const DECIDES: readonly StepAction[] = [
  'pause', 'setCanaryScale', 'setWeight', 'experiment', 'analysis', 'setHeaderRoute', 'setMirrorRoute', 'plugin',
];

/** Finds combined steps that the controller takes and ends by one part. */
export const mixedStep = defineRule({
  id: 'rollouts/mixed-step',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a step that scales, routes or calls a plugin does nothing else',
  rationale: 'The controller notices only combinations of setWeight, pause, experiment and analysis. A step with another combination '
    + 'is taken, and is over when one of its actions is, in a fixed order: the others may be skipped or unfinished.',
  bad: joinDocuments(exampleIstioCanary('steps:\n  - setCanaryScale:\n      replicas: 1\n    setWeight: 25'), exampleIstioCompanions()),
  good: joinDocuments(exampleIstioCanary('steps:\n  - setCanaryScale:\n      replicas: 1\n  - setWeight: 25'), exampleIstioCompanions()),
  check(entry, context) {
    for (const { index, pointer, step } of canarySteps(entry.manifest)) {
      const actions = actionsOf(step);
      if (actions.length < 2 || actions.filter((action) => EXCLUSIVE_ACTIONS.includes(action)).length > 1) continue;
      const decides = DECIDES.find((action) => actions.includes(action));
      context.report(pointer, `steps[${index}] has ${actions.join(' and ')}, and is over as soon as ${decides} is`, {
        received: actions.join(', '), expected: 'one action', fix: 'write each action as a list entry of its own, in the wanted order',
      });
    }
  },
});
