import { valueAt } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleCanary } from './example-rollout';
import { BLUE_GREEN, CANARY, ROLLOUT } from './rollout-strategy';

/** Where a number of pods or a percentage is written. */
export const SURGE_FIELDS = [`${CANARY}/maxSurge`, `${CANARY}/maxUnavailable`, `${BLUE_GREEN}/maxUnavailable`];

/** Finds amounts that are neither a number nor a percentage. */
export const surgeSyntax = defineRule({
  id: 'rollouts/surge-syntax',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'maxSurge and maxUnavailable are a number of pods or a percentage',
  rationale: 'The CRD takes any text. The controller cannot read it and then counts both maxSurge and maxUnavailable as 0, whatever '
    + 'the other one says.',
  bad: exampleCanary('maxSurge: two\nmaxUnavailable: 1\nsteps:\n  - setWeight: 25'),
  good: exampleCanary('maxSurge: 2\nmaxUnavailable: 1\nsteps:\n  - setWeight: 25'),
  check(entry, context) {
    for (const path of SURGE_FIELDS) {
      const value = valueAt(entry.manifest, path);
      const legal = typeof value === 'string' ? /^\d+%?$/.test(value) : typeof value !== 'number' || value >= 0;
      if (legal) continue;
      const name = path.slice(path.lastIndexOf('/') + 1);
      context.report(path, `${name} is ${JSON.stringify(value)}, which counts as 0 for maxSurge and maxUnavailable alike`, {
        received: JSON.stringify(value),
        expected: 'a number of pods such as 1, or a percentage such as 25%',
        fix: `write ${name} as a number or as a percentage`,
      });
    }
  },
});
