import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { actionsOf, canarySteps } from '../rollouts/canary-steps';
import { exampleCanary } from '../rollouts/example-rollout';
import { isSet, listField, numberField } from '../rollouts/fields';
import { CANARY, canaryOf, maxWeightOf, ROLLOUT, trafficRoutingOf } from '../rollouts/rollout-strategy';

/** Steps that let somebody try the new version before its first weight. */
const TRYING = ['setCanaryScale', 'setHeaderRoute', 'setMirrorRoute', 'experiment', 'plugin'];

/** Finds canaries that begin with most of the users, or with all of them. */
export const firstWeight = defineRule({
  id: 'practices/first-weight',
  severity: 'info',
  strict: true,
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P19'],
  title: 'a canary starts small',
  rationale: 'The first weight is where a fault shows, and how large it is says who meets it. When it is most of the traffic, or when there is no '
    + 'weight at all, the users have the new version before any measurement does, as with a Deployment.',
  bad: exampleCanary('steps:\n  - setWeight: 75\n  - pause:\n      duration: 5m'),
  good: exampleCanary('steps:\n  - setWeight: 25\n  - pause:\n      duration: 5m\n  - setWeight: 75\n  - pause:\n      duration: 5m'),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    const routing = trafficRoutingOf(entry.manifest);
    if (!canary || (isSet(canary, 'steps') && !Array.isArray(canary.steps))) return;
    // With a router it is another finding, and worse.
    if (isSet(canary, 'trafficRouting') && listField(canary, 'steps').length === 0) return;
    for (const at of canarySteps(entry.manifest)) {
      if (actionsOf(at.step).some((action) => TRYING.includes(action))) return;
      if (!isSet(at.step, 'setWeight')) continue;
      const [weight, all] = [numberField(at.step, 'setWeight'), maxWeightOf(routing)];
      if (weight === 0) continue;
      if (weight === undefined || weight * 2 <= all) return;
      const share = weight >= all ? 'all' : 'most';
      context.report(pointer(at.pointer, 'setWeight'), `the first weight is ${weight}, so ${share} of the traffic goes to the new version before anybody has seen it`, {
        received: `setWeight: ${weight} first`, expected: 'a first weight of half or less, such as 5 or 10', fix: 'put a small weight and a pause or an analysis before it',
      });
      return;
    }
    context.report(isSet(canary, 'steps') ? pointer(CANARY, 'steps') : CANARY, 'no step gives a part of the traffic to the new version before all of it follows', {
      received: isSet(canary, 'steps') && listField(canary, 'steps').length > 0 ? 'no setWeight' : 'no steps', expected: 'a small first weight, and a pause or an analysis behind it',
      fix: 'add steps, such as setWeight: 10 and pause: { duration: 10m }',
    });
  },
});
