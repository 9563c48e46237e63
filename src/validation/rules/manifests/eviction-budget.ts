import { pointer } from '../../../manifests/pointer';
import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule } from '../../rule';
import { nearest } from '../../schema/similar-name';
import { isSet, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';

const POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];
const KEYS = ['maxUnavailable', 'minAvailable'];

/** A budget that says this. */
function budget(amount: string): string {
  return `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  ${amount}\n  selector:\n    matchLabels:\n      app: web\n`;
}

/** Finds disruption budgets that the API server refuses. */
export const evictionBudget = defineRule({
  id: 'manifests/eviction-budget',
  severity: 'error',
  kinds: ['policy/PodDisruptionBudget'],
  since: '0.1.0',
  implements: [],
  title: 'a disruption budget has one amount, up to 100%, and a policy that there is',
  rationale: 'The API server refuses the budget, and the sync fails.',
  bad: budget('minAvailable: 110%'),
  good: budget('minAvailable: 10%'),
  check({ manifest }, context) {
    const spec = specOf(manifest);
    if (!spec) return;
    const policy = textField(spec, 'unhealthyPodEvictionPolicy');
    if (policy !== '' && !policy.includes('{{') && !POLICIES.includes(policy)) {
      const at = '/spec/unhealthyPodEvictionPolicy';
      const near = nearest(policy, POLICIES);
      context.report(at, `there is no policy "${policy}" for pods that are not ready`, {
        received: policy, expected: POLICIES.join(' or '), fix: near ? `did you mean ${near}?` : 'write one of these', ...corrected(at, certainlyMeant(policy, POLICIES)),
      });
    }
    if (KEYS.every((key) => isSet(spec, key))) {
      context.report('/spec', 'the budget says how many pods stay and how many go', { received: KEYS.join(' and '), expected: 'one of them', fix: 'remove minAvailable' });
    }
    for (const key of KEYS) {
      const value = spec[key];
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      if (typeof value === 'number' ? value >= 0 : /^\d+%$/.test(value) && parseInt(value, 10) <= 100) continue;
      context.report(pointer('/spec', key), `${key} ${value} is no number of pods`, { received: String(value), expected: 'a number, or a percentage from 0% to 100%', fix: 'correct it' });
    }
  },
});
