import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import { referencesOf } from '../manifests/references';
import { Place } from '../manifests/references/place';
import { FIELD_OWNERS } from './field-owners';
import type { WrittenEntry } from './ignore-difference';

/** The replicas of what a HorizontalPodAutoscaler or a ScaledObject of KEDA scales, where Git says a number. */
export function scalingEntries(autoscaler: ManifestEntry, manifests: ManifestSet): WrittenEntry[] {
  const target = referencesOf(autoscaler).find(({ role }) => role === 'scale target');
  if (!target) return [];
  const { group, kind, name, namespace } = target;
  const fixed = manifests.findAll(autoscaler.unit, target).some(({ manifest }) => Place.root(manifest).at('spec', 'replicas').exists);
  if (!fixed) return [];
  return [{ group, kind, name, namespace, jqPathExpressions: ['.spec.replicas'], owner: FIELD_OWNERS.scaledReplicas }];
}

/** Whether an object scales others. */
export function isAutoscaler({ id: { group, kind } }: ManifestEntry): boolean {
  return (group === 'autoscaling' && kind === 'HorizontalPodAutoscaler') || (group === 'keda.sh' && kind === 'ScaledObject');
}
