import type { JsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { podsOf, reachableSplit } from '../../../simulation/reachable-weights';
import { defineRule } from '../../rule';
import { type CanaryStateAt, canaryStates, routedPods } from './canary-pods';
import { exampleCanary } from './example-rollout';
import { isSet, numberField, objectField, textField } from './fields';
import { CANARY, canaryOf, ROLLOUT, specOf } from './rollout-strategy';

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
    const isRouted = isSet(canary, 'trafficRouting');
    for (const at of canaryStates(entry.manifest)) {
      const target = isRouted ? scaledPods(at, entry.manifest, replicas) : sharedPods(at, canary, replicas);
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

/** Pods of a canary behind a router, at steps that change them. */
function scaledPods(at: CanaryStateAt, manifest: Manifest, replicas: number): number | undefined {
  return isSet(at.step, 'setWeight') || isSet(at.step, 'setCanaryScale') ? routedPods(at, manifest, replicas) : undefined;
}

/** Pods of a canary without a router: the nearest share of all pods. */
function sharedPods({ step }: CanaryStateAt, canary: JsonObject, replicas: number): number | undefined {
  const amount = canary.maxSurge;
  const surge = podsOf(typeof amount === 'number' || typeof amount === 'string' ? amount : DEFAULT_SURGE, replicas, 'up') ?? 0;
  const weight = numberField(step, 'setWeight');
  return weight === undefined || weight < 0 || weight > 100 ? undefined : reachableSplit(weight, { replicas, surge }).canary;
}
