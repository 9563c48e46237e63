import { EntryIndex } from '../../../manifests/entry-index';
import type { JsonObject } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readOnce } from '../../readings';
import { type CanaryStepAt, canarySteps } from './canary-steps';
import { flagField, isSet, numberField, objectField, textField } from './fields';
import { canaryOf, maxWeightOf, specOf, trafficRoutingOf } from './rollout-strategy';

/** A size of the canary that does not follow the weight, and the step that has set it. */
export interface FixedScale {
  readonly setBy: CanaryStepAt;
  /** Pods. It goes before the weight. */
  readonly replicas: number | undefined;
  /** Share of `spec.replicas`. */
  readonly weight: number | undefined;
}

/** A step, and what holds once its own weight and scale are in force. */
export interface CanaryStateAt extends CanaryStepAt {
  /** Share of the traffic. */
  readonly weight: number;
  /** Absent while the pods follow the weight. */
  readonly scale: FixedScale | undefined;
}

/** Each step with the weight and the scale of the canary at it. @see utils/replicaset/canary.go in argoproj/argo-rollouts */
export const canaryStates = readOnce((manifest: Manifest): readonly CanaryStateAt[] => {
  const scales = trafficRoutingOf(manifest) !== undefined;
  let weight = 0;
  let scale: FixedScale | undefined;
  return canarySteps(manifest).map((at) => {
    weight = numberField(at.step, 'setWeight') ?? weight;
    if (scales && isSet(at.step, 'setCanaryScale')) scale = fixedScale(at);
    return { ...at, weight, scale };
  });
});

function fixedScale(setBy: CanaryStepAt): FixedScale | undefined {
  const scale: JsonObject | undefined = objectField(setBy.step, 'setCanaryScale');
  const [replicas, weight] = [numberField(scale, 'replicas'), numberField(scale, 'weight')];
  // One without a size leaves the pods to the weight too.
  return flagField(scale, 'matchTrafficWeight') || (replicas ?? weight) === undefined ? undefined : { setBy, replicas, weight };
}

/** Whether the canary has a pod at a step of a Rollout with replicas. */
export function hasCanaryPods({ weight, scale }: CanaryStateAt): boolean {
  return (scale ? scale.replicas ?? scale.weight ?? 0 : weight) > 0;
}

/** Whether a step takes a while: people, time or something else decide when it is over. */
export function takesTime(step: JsonObject): boolean {
  return ['pause', 'analysis', 'experiment', 'plugin'].some((key) => isSet(step, key));
}

/** Pods that a router's canary has at a step: the fixed number, else its share of the replicas, rounded up. */
export function routedPods({ weight, scale }: Pick<CanaryStateAt, 'weight' | 'scale'>, manifest: Manifest, replicas: number): number {
  if (scale?.replicas !== undefined) return scale.replicas;
  const share = Math.ceil((scale?.weight ?? weight) * replicas / maxWeightOf(trafficRoutingOf(manifest)));
  return share === 0 ? 0 : Math.max(share, numberField(canaryOf(manifest), 'minPodsPerReplicaSet') ?? 0);
}

/** Replicas in Git; those that an autoscaler keeps at least; else the one that the controller writes. */
export function replicasOf(entry: ManifestEntry, manifests: ManifestSet): number {
  const replicas = numberField(specOf(entry.manifest), 'replicas');
  if (replicas !== undefined) return replicas;
  const [scaler] = SCALERS.find(manifests.of(entry.unit), `${entry.id.namespace}/${entry.id.name}`);
  return scaler ? numberField(specOf(scaler.manifest), 'minReplicas') ?? 1 : 1;
}

/** Autoscalers by the Rollout that they scale. */
const SCALERS = new EntryIndex(({ manifest, id }) => {
  const target = id.kind === 'HorizontalPodAutoscaler' ? objectField(specOf(manifest), 'scaleTargetRef') : undefined;
  return textField(target, 'kind') === 'Rollout' ? [`${id.namespace}/${textField(target, 'name')}`] : [];
});
