import { EntryIndex } from '../../../manifests/entry-index';
import type { JsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { referencesOf } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { ROLLOUT } from '../rollouts/rollout-strategy';

/** Kinds whose number of pods somebody chooses. */
export const SCALED_KINDS = ['apps/Deployment', 'apps/StatefulSet', ROLLOUT];

const SCALED_BY = new Set(['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject']);

/** Autoscalers by what they scale. */
const SCALERS = new EntryIndex((entry) => (SCALED_BY.has(`${entry.id.group}/${entry.id.kind}`) ? referencesOf(entry) : [])
  .filter(({ role }) => role === 'scale target').map(({ kind, name }) => `${kind} ${name}`));

/** Whether the object is a workload with replicas. */
export function isScaled({ id }: ManifestEntry): boolean {
  return SCALED_KINDS.includes(`${id.group}/${id.kind}`);
}

/** The labels of the pods that a workload makes; empty where they are written elsewhere. */
export function podLabelsOf({ manifest }: ManifestEntry): JsonObject {
  return Place.root(manifest).at('spec', 'template', 'metadata', 'labels').object;
}

/** The replicas of a workload, or the fewest that its autoscaler leaves; undefined when nobody here says. */
export function fewestPods(workload: ManifestEntry, manifests: ManifestSet): number | undefined {
  const { kind, name } = workload.id;
  const [scaler] = SCALERS.find(manifests.of(workload.unit), `${kind} ${name}`);
  const spec = Place.root((scaler ?? workload).manifest).at('spec');
  if (!scaler) {
    // Without replicas somebody else, who is not seen here, may scale it.
    const { value } = spec.at('replicas');
    return typeof value === 'number' ? value : undefined;
  }
  const { value } = scaler.id.kind === 'ScaledObject' ? spec.at('minReplicaCount') : spec.at('minReplicas');
  if (typeof value === 'number') return value;
  return scaler.id.kind === 'ScaledObject' ? 0 : 1;
}
