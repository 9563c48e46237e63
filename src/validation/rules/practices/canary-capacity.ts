import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { shown } from '../../schema/describe-value';
import { exampleCanary } from '../rollouts/example-rollout';
import { isSet } from '../rollouts/fields';
import { CANARY, canaryOf, ROLLOUT } from '../rollouts/rollout-strategy';
import { podsLostAtOnce } from './pods-remain';

const STEPS = 'steps:\n  - setWeight: 25\n  - pause:\n      duration: 5m';

/** Finds canaries by pods that take capacity away while they add the new version. */
export const canaryCapacity = defineRule({
  id: 'practices/canary-capacity',
  severity: 'info',
  strict: true,
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P34'],
  title: 'a canary without a router adds pods before it removes any',
  rationale: 'Without a router the weights are made of pods, and each step may leave up to a quarter of the pods unavailable unless maxUnavailable says '
    + 'otherwise. The rest then has more to do, which looks like a fault of the new version.',
  bad: exampleCanary(STEPS),
  good: exampleCanary(`maxSurge: 25%\nmaxUnavailable: 0\n${STEPS}`),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    if (!canary || isSet(canary, 'trafficRouting')) return;
    const said = canary.maxUnavailable ?? undefined;
    // That of all at once is found as what it is.
    if (podsLostAtOnce(entry, context.manifests) !== undefined) return;
    if (said === 0 || said === '0' || said === '0%') return;
    const count = said === undefined ? '25%' : shown(said);
    context.report(said === undefined ? CANARY : pointer(CANARY, 'maxUnavailable'), `${count} of the pods may be missing during a release`, {
      received: said === undefined ? 'maxUnavailable not said, which is 25%' : count, expected: 'maxUnavailable: 0', fix: 'write maxUnavailable: 0 and a maxSurge above 0',
    });
  },
});
