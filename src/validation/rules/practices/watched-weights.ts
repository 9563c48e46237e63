import { defineRule } from '../../rule';
import { actionsOf, canarySteps } from '../rollouts/canary-steps';
import { exampleCanary } from '../rollouts/example-rollout';
import { numberField } from '../rollouts/fields';
import { maxWeightOf, ROLLOUT, trafficRoutingOf } from '../rollouts/rollout-strategy';

/** Steps that take time, so that something can be seen. */
const WATCHING = ['pause', 'analysis', 'experiment', 'plugin'];

/** Finds weights that nobody has time to look at. */
export const watchedWeights = defineRule({
  id: 'practices/watched-weights',
  severity: 'info',
  strict: true,
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P19'],
  title: 'every weight of a canary is followed by a pause or an analysis',
  rationale: 'The controller goes on to the next step as soon as the pods of a weight are ready. Two weights in a row are the second of them, and what the '
    + 'first would have shown nobody has seen. A background analysis aborts only what lasts long enough to be measured.',
  bad: exampleCanary('steps:\n  - setWeight: 5\n  - setWeight: 50\n  - pause:\n      duration: 5m'),
  good: exampleCanary('steps:\n  - setWeight: 5\n  - pause:\n      duration: 5m\n  - setWeight: 50\n  - pause:\n      duration: 5m'),
  check(entry, context) {
    const all = maxWeightOf(trafficRoutingOf(entry.manifest));
    let unseen: { readonly pointer: string; readonly weight: number } | undefined;
    for (const { pointer, step } of canarySteps(entry.manifest)) {
      const actions = actionsOf(step);
      const weight = numberField(step, 'setWeight');
      if (weight !== undefined && unseen !== undefined) {
        context.report(`${unseen.pointer}/setWeight`, `the release goes from ${unseen.weight} to ${weight} as soon as the pods are ready, with nothing in between`, {
          received: `setWeight: ${unseen.weight}, then setWeight: ${weight}`, expected: 'a pause or an analysis between them', fix: `add a pause after setWeight: ${unseen.weight}, or remove that step`,
        });
      }
      if (weight !== undefined) unseen = weight > 0 && weight < all ? { pointer, weight } : undefined;
      if (actions.some((action) => WATCHING.includes(action))) unseen = undefined;
    }
  },
});
