import { join } from 'node:path';
import { idOf } from '../manifests/manifest';
import { isKustomization, textsBelow } from './linted-object';
import type { IncludedObject, PlacedObject } from './placed-objects';
import { folderOf } from './units';

/** What overlays take from their bases, under the names of the base and in the namespace of the overlay. */
export function includedObjects(placed: readonly PlacedObject[]): readonly IncludedObject[] {
  const kustomized = placed.filter(({ object }) => isKustomization(object));
  if (kustomized.length < 2) return [];
  const byPath = new Map<string, PlacedObject[]>();
  for (const one of placed) {
    for (const path of [folderOf(one.object), one.object.document.file.absolute]) {
      if (path !== undefined) byPath.set(path, [...byPath.get(path) ?? [], one]);
    }
  }
  return kustomized.flatMap((overlay) => {
    const others = [...reachedFrom(overlay, byPath)].filter(({ unit }) => unit.id !== overlay.unit.id);
    return others.map(({ object, unit }) => {
      const id = idOf(object.manifest, unit.namespace);
      return { unit: overlay.unit, id: { ...id, namespace: overlay.unit.namespace || id.namespace } };
    });
  });
}

/** The objects of the files and folders that a kustomization names, and those that kustomizations among them name. */
function reachedFrom(overlay: PlacedObject, byPath: ReadonlyMap<string, readonly PlacedObject[]>): ReadonlySet<PlacedObject> {
  const reached = new Set<PlacedObject>();
  const open = [overlay];
  for (let next = open.pop(); next; next = open.pop()) {
    const folder = folderOf(next.object) ?? '';
    const { resources, bases, components } = next.object.manifest;
    for (const path of [resources, bases, components].flatMap((list) => textsBelow(list, ''))) {
      for (const one of byPath.get(join(folder, path).replace(/[\\/]$/, '')) ?? []) {
        if (reached.has(one)) continue;
        reached.add(one);
        if (isKustomization(one.object)) open.push(one);
      }
    }
  }
  return reached;
}
