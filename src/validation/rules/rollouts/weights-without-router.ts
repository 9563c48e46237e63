import { pointer } from '../../../manifests/pointer';
import { podsOf, reachableSplit, weightOf } from '../../../simulation/reachable-weights';
import { defineRule } from '../../rule';
import { replicasOf } from './canary-pods';
import { canarySteps } from './canary-steps';
import { exampleCanary } from './example-rollout';
import { isSet, numberField } from './fields';
import { canaryOf, ROLLOUT } from './rollout-strategy';

const DEFAULT_SURGE = '25%';

/** How far from its weight, in percentage points, a share of pods may be: thirds are written 33 and 67. */
const TOLERANCE = 1;

/** Finds weights that so few pods cannot come to. */
export const weightsWithoutRouter = defineRule({
  id: 'rollouts/weights-without-router',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['E33'],
  title: 'weights without a traffic router are ratios that the pods can have',
  rationale: 'Without trafficRouting a weight is the share of pods, and the controller takes the nearest ratio: with 10 replicas '
    + 'setWeight 5 is one pod, which gets about 10 percent of the requests. A traffic router splits exactly, whatever the number of pods.',
  bad: exampleCanary('steps:\n  - setWeight: 5'),
  good: exampleCanary('steps:\n  - setWeight: 25'),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    if (!canary || isSet(canary, 'trafficRouting')) return;
    const replicas = replicasOf(entry, context.manifests);
    const amount = canary.maxSurge;
    const surge = podsOf(typeof amount === 'number' || typeof amount === 'string' ? amount : DEFAULT_SURGE, replicas, 'up') ?? 0;
    const missed: string[] = [];
    const reachable = new Set<number>();
    let first: string | undefined;
    for (const at of canarySteps(entry.manifest)) {
      const weight = numberField(at.step, 'setWeight');
      if (weight === undefined || weight < 0 || weight > 100 || replicas <= 0) continue;
      const split = reachableSplit(weight, { replicas, surge });
      const reached = Math.round(weightOf(split) * 10) / 10;
      if (Math.abs(weightOf(split) - weight) <= TOLERANCE) continue;
      first ??= pointer(at.pointer, 'setWeight');
      reachable.add(Math.round(reached));
      missed.push(`${weight} is ${split.canary} of ${split.canary + split.stable} pods (${reached}%)`);
    }
    if (first === undefined) return;
    context.report(
      first,
      `without a traffic router weights are pods, and ${replicas} cannot split so: ${missed.join(', ')}`,
      {
        received: missed.join(', '),
        expected: 'weights that the number of pods can have, or trafficRouting',
        fix: `add trafficRouting for exact shares, or write the nearest weight that pods can have: ${[...reachable].join(', ')}`,
      },
    );
  },
});
