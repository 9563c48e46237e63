import { valueAt } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleCanary } from './example-rollout';
import { ROLLOUT } from './rollout-strategy';
import { SURGE_FIELDS } from './surge-syntax';

/** Finds quoted numbers, which read as pods and count as percent. */
export const barePercentage = defineRule({
  id: 'rollouts/bare-percentage',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a percentage says so, a number of pods is not quoted',
  rationale: 'The controller takes every text as a percentage, with or without the sign: maxSurge "3" is 3 percent, not 3 pods. Its '
    + 'own validator reads the same text as 3 pods, so nothing complains.',
  bad: exampleCanary('maxSurge: "3"\nsteps:\n  - setWeight: 25'),
  good: exampleCanary('maxSurge: 3\nsteps:\n  - setWeight: 25'),
  check(entry, context) {
    for (const path of SURGE_FIELDS) {
      const value = valueAt(entry.manifest, path);
      if (typeof value !== 'string' || !/^\d+$/.test(value)) continue;
      const name = path.slice(path.lastIndexOf('/') + 1);
      context.report(path, `${name} is the text "${value}", which counts as ${value} percent`, {
        received: `"${value}"`,
        expected: `${value} (pods) or "${value}%"`,
        fix: `write ${name}: ${value} for pods, or ${name}: ${value}% for a percentage`,
      });
    }
  },
});
