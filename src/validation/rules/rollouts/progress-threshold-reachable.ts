import type { JsonObject } from '../../../manifests/json';
import { podsOf, reachableSplit } from '../../../simulation/reachable-weights';
import { defineRule } from '../../rule';
import { type CanaryStepAt, canarySteps } from './canary-steps';
import { exampleCanary } from './example-rollout';
import { flagField, isSet, numberField, objectField, textField } from './fields';
import { CANARY, canaryOf, maxWeightOf, ROLLOUT, specOf, trafficRoutingOf } from './rollout-strategy';

const DEFAULT_SURGE = '25%';

/** Four pods of which a step waits for this many. */
function podsExample(value: number): string {
  return exampleCanary(`
replicaProgressThreshold:
  type: Pods
  value: ${value}
steps:
  - setWeight: 25
  - pause:
      duration: 5m
`);
}

/** Finds thresholds of more pods than a step has. */
export const progressThresholdReachable = defineRule({
  id: 'rollouts/progress-threshold-reachable',
  severity: 'error',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'every step has as many pods as the threshold waits for',
  rationale: 'A threshold of type Pods is one number for all steps. A step that scales the canary to fewer pods never has that many '
    + 'available, and the release stays there until it exceeds its deadline.',
  bad: podsExample(2),
  good: podsExample(1),
  check(entry, context) {
    const canary = canaryOf(entry.manifest);
    const threshold = objectField(canary, 'replicaProgressThreshold');
    const value = numberField(threshold, 'value');
    const replicas = numberField(specOf(entry.manifest), 'replicas');
    if (!canary || textField(threshold, 'type') !== 'Pods' || value === undefined || value < 0 || !replicas) return;
    const pods = isSet(canary, 'trafficRouting') ? routedPods(canary, maxWeightOf(trafficRoutingOf(entry.manifest)), replicas) : podShares(canary, replicas);
    for (const at of canarySteps(entry.manifest)) {
      const target = pods(at);
      if (target === undefined || target >= value) continue;
      context.report(
        `${CANARY}/replicaProgressThreshold/value`,
        `a threshold of ${value} pods is never reached at steps[${at.index}], where the canary has ${target}`,
        {
          received: String(value),
          expected: target > 0 ? `${target} or less` : 'no step without pods of the canary',
          fix: `lower the value, write type: Percent, or scale the canary further at steps[${at.index}]`,
        },
      );
      return;
    }
  },
});

type PodsAt = (at: CanaryStepAt) => number | undefined;

/** Pods of a canary behind a router: by its weight, rounded up, unless a step has set the scale. */
function routedPods(canary: JsonObject, max: number, replicas: number): PodsAt {
  const least = numberField(canary, 'minPodsPerReplicaSet') ?? 0;
  let weight = 0;
  let scale: JsonObject | undefined;
  return ({ step }) => {
    weight = numberField(step, 'setWeight') ?? weight;
    if (isSet(step, 'setCanaryScale')) scale = objectField(step, 'setCanaryScale');
    if (!isSet(step, 'setWeight') && !isSet(step, 'setCanaryScale')) return undefined;
    const byTraffic = !scale || flagField(scale, 'matchTrafficWeight');
    const fixed = byTraffic ? undefined : numberField(scale, 'replicas');
    if (fixed !== undefined) return fixed;
    const share = Math.ceil((byTraffic ? weight : numberField(scale, 'weight') ?? weight) * replicas / max);
    return share === 0 ? 0 : Math.max(share, least);
  };
}

/** Pods of a canary without a router: the nearest share of all pods. */
function podShares(canary: JsonObject, replicas: number): PodsAt {
  const amount = canary.maxSurge;
  const surge = podsOf(typeof amount === 'number' || typeof amount === 'string' ? amount : DEFAULT_SURGE, replicas, 'up') ?? 0;
  return ({ step }) => {
    const weight = numberField(step, 'setWeight');
    return weight === undefined || weight < 0 || weight > 100 ? undefined : reachableSplit(weight, { replicas, surge }).canary;
  };
}
