import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { pointer } from '../../../manifests/pointer';
import { podsOf } from '../../../simulation/reachable-weights';
import { defineRule } from '../../rule';
import { jsonText } from '../../schema/describe-value';
import { replicasOf } from '../rollouts/canary-pods';
import { canarySteps } from '../rollouts/canary-steps';
import { exampleCanary } from '../rollouts/example-rollout';
import { isSet, numberField } from '../rollouts/fields';
import { CANARY, canaryOf, ROLLOUT } from '../rollouts/rollout-strategy';

/** Finds releases that take every pod away before there is a new one. */
export const podsRemain = defineRule({
  id: 'practices/pods-remain',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['P34'],
  title: 'a release leaves some pods while it replaces the others',
  rationale: 'Without a router and without a weight in between, the controller removes as many old pods at once as maxUnavailable allows, and waits for no new '
    + 'one. When it allows all of them, every request fails until the first new pod is ready, and for good when none ever is. maxSurge does not help.',
  bad: exampleCanary('maxUnavailable: 100%\nmaxSurge: 1'),
  good: exampleCanary('maxUnavailable: 25%\nmaxSurge: 1'),
  check(entry, context) {
    const count = podsLostAtOnce(entry, context.manifests);
    if (count === undefined) return;
    const said = jsonText(canaryOf(entry.manifest)!.maxUnavailable!);
    context.report(pointer(CANARY, 'maxUnavailable'), `all ${count} pods are removed at once, before a new one is ready`, {
      received: `maxUnavailable: ${said}, and no weight between none and all`,
      expected: 'a maxUnavailable that leaves pods, such as 0 with a maxSurge of 25%, or a first weight',
      fix: 'write maxUnavailable: 0 and a maxSurge above 0. if two versions must never run beside each other, acknowledge this',
    });
  },
});

/**
 * How many pods a release takes away at once, when these are several and all of them. Where a weight lies in between, the pods of one
 * version are ready before those of the other go.
 *
 * @see utils/replicaset/canary.go, CalculateReplicaCountsForBasicCanary in argoproj/argo-rollouts
 */
export function podsLostAtOnce(entry: ManifestEntry, manifests: ManifestSet): number | undefined {
  const canary = canaryOf(entry.manifest);
  const amount = canary?.maxUnavailable;
  if (!canary || isSet(canary, 'trafficRouting') || (typeof amount !== 'number' && typeof amount !== 'string')) return undefined;
  if (isSet(canary, 'steps') && !Array.isArray(canary.steps)) return undefined;
  const steps = canarySteps(entry.manifest).filter(({ step }) => isSet(step, 'setWeight')).map(({ step }) => numberField(step, 'setWeight'));
  if (steps.includes(undefined)) return undefined;
  const weights = [0, ...steps, 100];
  if (!weights.some((weight, index) => weight === 0 && weights[index + 1] === 100)) return undefined;
  const replicas = replicasOf(entry, manifests);
  return replicas > 1 && (podsOf(amount, replicas, 'down') ?? 0) >= replicas ? replicas : undefined;
}
