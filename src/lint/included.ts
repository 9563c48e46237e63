import { isClusterScoped } from '../manifests/cluster-scoped';
import { groupOf, idOf, type Manifest, type ObjectId } from '../manifests/manifest';
import { appliedName } from '../manifests/unit';
import { isComponent, type Reach } from './kustomize/kustomized';
import { isKustomization } from './linted-object';
import type { IncludedObject, PlacedObject, UnreadPart } from './placed-objects';
import { affixesOf, textOf } from './units';

/** What overlays take from their bases, each with what is done to it on the way. */
export function includedObjects(placed: readonly PlacedObject[], reaches: readonly Reach[]): readonly IncludedObject[] {
  if (reaches.length < 2) return [];
  const units = new Map(placed.map(({ object, unit }) => [object, unit]));
  const byOwn = new Map(reaches.map((reach) => [reach.own, reach]));
  return reaches.flatMap((overlay) => {
    const unit = units.get(overlay.own)!;
    const inner = [...overlay.reached].flatMap((one) => byOwn.get(one) ?? []).sort((a, b) => a.reached.size - b.reached.size);
    return [...overlay.reached].flatMap((object): IncludedObject[] => {
      if (isKustomization(object) || units.get(object)!.id === unit.id) return [];
      const steps = inner.filter(({ own, reached }) => isComponent(own) || reached.has(object));
      const written = object.written ?? object.manifest;
      const below = steps.reduce<Manifest | undefined>((manifest, step) => manifest && renamed(taken(manifest, step), step), written);
      // The names that the overlay gives are those of its unit.
      const manifest = below && taken(below, overlay);
      return manifest ? [{ unit, object, manifest }] : [];
    });
  });
}

/** What a kustomization makes of an object, nothing where a patch takes it out. */
function taken(manifest: Manifest, { own, change, isDeleted }: Reach): Manifest | undefined {
  if (isDeleted(manifest)) return undefined;
  const changed = change(manifest);
  const namespace = textOf(own.manifest.namespace);
  if (namespace === '' || isClusterScoped(groupOf(changed.apiVersion), changed.kind)) return changed;
  return { ...changed, metadata: { ...changed.metadata, namespace } };
}

function renamed(manifest: Manifest | undefined, { own }: Reach): Manifest | undefined {
  const affixes = affixesOf(own.manifest);
  if (!manifest || !affixes) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, name: appliedName({ affixes }, idOf(manifest)) } };
}

/** What is applied with the units of kustomizations, and that nobody has looked at. */
export function unreadParts(placed: readonly PlacedObject[], reaches: readonly Reach[]): readonly UnreadPart[] {
  const units = new Map(placed.map(({ object, unit }) => [object, unit]));
  const byOwn = new Map(reaches.map((reach) => [reach.own, reach]));
  return reaches.flatMap((overlay) => {
    const unit = units.get(overlay.own)!;
    return [overlay, ...[...overlay.reached].flatMap((one) => byOwn.get(one) ?? [])].flatMap(({ own, unread }) => {
      const namespace = textOf(overlay.own.manifest.namespace) || textOf(own.manifest.namespace);
      const isThere = (id: ObjectId): boolean => namespace === '' || id.namespace === '' || id.namespace === namespace;
      return unread.map(({ mayBe, ...one }): UnreadPart => ({ ...one, unit, mayBe: (id) => isThere(id) && mayBe(id) }));
    });
  });
}
