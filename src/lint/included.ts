import { idOf } from '../manifests/manifest';
import { objectsByPath, reachedFrom } from './kustomize/reached';
import { isKustomization } from './linted-object';
import type { IncludedObject, PlacedObject } from './placed-objects';

/** What overlays take from their bases, under the names of the base and in the namespace of the overlay. */
export function includedObjects(placed: readonly PlacedObject[]): readonly IncludedObject[] {
  const kustomized = placed.filter(({ object }) => isKustomization(object));
  if (kustomized.length < 2) return [];
  const byPath = objectsByPath(placed.map(({ object }) => object));
  const units = new Map(placed.map(({ object, unit }) => [object, unit]));
  return kustomized.flatMap((overlay) => [...reachedFrom(overlay.object, byPath)].flatMap((object): IncludedObject[] => {
    const unit = units.get(object)!;
    if (unit.id === overlay.unit.id) return [];
    const id = idOf(object.manifest, unit.namespace);
    return [{ unit: overlay.unit, id: { ...id, namespace: overlay.unit.namespace || id.namespace } }];
  }));
}
