import { defineRule } from '../../rule';
import { exampleCanary } from './example-rollout';
import { isSet, numberField, objectField } from './fields';
import { BLUE_GREEN, blueGreenOf, CANARY, canaryOf, ROLLOUT } from './rollout-strategy';

const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** Finds an anti-affinity that is both strict and lenient, neither, or of an impossible weight. */
export const antiAffinity = defineRule({
  id: 'rollouts/anti-affinity',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-052', 'AR-053'],
  title: 'anti-affinity between versions is either required or preferred',
  rationale: 'The controller turns it into one term of the pods while an update runs. Both forms, none, or a weight outside 1 to 100 '
    + 'make the Rollout InvalidSpec.',
  bad: exampleCanary(`antiAffinity:\n  ${PREFERRED}:\n    weight: 0\nsteps:\n  - setWeight: 25`),
  good: exampleCanary(`antiAffinity:\n  ${PREFERRED}:\n    weight: 50\nsteps:\n  - setWeight: 25`),
  check(entry, context) {
    for (const [path, strategy] of [[BLUE_GREEN, blueGreenOf(entry.manifest)], [CANARY, canaryOf(entry.manifest)]] as const) {
      const affinity = objectField(strategy, 'antiAffinity');
      if (!affinity) continue;
      const forms = [PREFERRED, REQUIRED].filter((key) => isSet(affinity, key));
      if (forms.length !== 1) {
        context.report(
          `${path}/antiAffinity`,
          forms.length === 0 ? 'antiAffinity says neither required nor preferred' : 'antiAffinity is both required and preferred',
          {
            received: forms.join(' and ') || '{}', expected: `${PREFERRED} or ${REQUIRED}`, fix: 'write one of them',
          },
        );
      }
      const weight = numberField(objectField(affinity, PREFERRED), 'weight');
      if (weight === undefined || (weight >= 1 && weight <= 100)) continue;
      context.report(`${path}/antiAffinity/${PREFERRED}/weight`, `the weight of the preferred anti-affinity is ${weight}`, {
        received: String(weight), expected: '1 to 100', fix: 'write a weight from 1 to 100',
      });
    }
  },
});
