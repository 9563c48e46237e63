import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { canarySteps } from './canary-steps';
import { exampleCanary } from './example-rollout';
import { numberField } from './fields';
import { maxWeightOf, ROLLOUT, trafficRoutingOf } from './rollout-strategy';

/** Finds weights below nothing or above everything. */
export const weightInRange = defineRule({
  id: 'rollouts/weight-in-range',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['AR-035'],
  title: 'a weight lies between 0 and all traffic',
  rationale: 'A weight is a share of 100, or of maxTrafficWeight where the router has one. The controller marks a Rollout with any '
    + 'other weight InvalidSpec.',
  bad: exampleCanary('steps:\n  - setWeight: 150'),
  good: exampleCanary('steps:\n  - setWeight: 50'),
  check(entry, context) {
    const max = maxWeightOf(trafficRoutingOf(entry.manifest));
    for (const at of canarySteps(entry.manifest)) {
      const weight = numberField(at.step, 'setWeight');
      if (weight === undefined || (weight >= 0 && weight <= max)) continue;
      context.report(
        pointer(at.pointer, 'setWeight'),
        `steps[${at.index}] sets the weight to ${weight}, which is not between 0 and ${max}`,
        {
          received: String(weight), expected: `0 to ${max}`, fix: `write a weight from 0 to ${max}`,
        },
      );
    }
  },
});
