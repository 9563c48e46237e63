import type { JsonValue } from '../../../manifests/json';
import { defineRule } from '../../rule';
import { exampleCanary } from './example-rollout';
import { isSet } from './fields';
import { CANARY, canaryOf, ROLLOUT } from './rollout-strategy';

const STEPS = 'steps:\n  - setWeight: 25';

/** What the validator sees: the number before `%`, or a plain number, and 0 for anything else. */
function asValidated(value: JsonValue | undefined): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return 0;
  const plain = /^(\d+)%$/.exec(value)?.[1] ?? /^[+-]?\d+$/.exec(value)?.[0];
  return plain === undefined ? 0 : Number(plain);
}

/** Finds an update that may neither add a pod nor remove one. */
export const surgeOrUnavailable = defineRule({
  id: 'rollouts/surge-or-unavailable',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-020'],
  title: 'an update may add a pod or remove one',
  rationale: 'With maxSurge and maxUnavailable both 0 no pod could ever be replaced. The controller marks the Rollout InvalidSpec, '
    + 'with traffic routing too. Both are 25% unless set.',
  bad: exampleCanary(`maxSurge: 0\nmaxUnavailable: 0\n${STEPS}`),
  good: exampleCanary(`maxSurge: 1\nmaxUnavailable: 0\n${STEPS}`),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    if (!isSet(canary, 'maxSurge') || !isSet(canary, 'maxUnavailable')) return;
    if (asValidated(canary?.maxSurge) !== 0 || asValidated(canary?.maxUnavailable) !== 0) return;
    context.report(`${CANARY}/maxSurge`, 'maxSurge and maxUnavailable both come to 0, so no pod could be replaced', {
      received: `maxSurge ${JSON.stringify(canary?.maxSurge)}, maxUnavailable ${JSON.stringify(canary?.maxUnavailable)}`,
      expected: 'one of them above 0',
      fix: 'set maxSurge to 1 or more, or leave one out for its default of 25%',
    });
  },
});
