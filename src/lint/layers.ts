import { fileOf, identityOf, type PlacedObject } from './placed-objects';

/**
 * Which files of loose folders can be applied together: those of layer 0 hold each object for the first time; one that has an object
 * of theirs again is in the first later layer without that object. Files in no layer are in layer 0.
 */
export function layersOf(placed: readonly PlacedObject[]): ReadonlyMap<string, number> {
  const layers = new Map<string, number>();
  const holders: Array<Set<string>> = [];
  for (const [file, identities] of identitiesByFile(placed)) {
    let layer = 0;
    while (identities.some((identity) => holders[layer]?.has(identity))) layer++;
    const held = holders[layer] ??= new Set();
    for (const identity of identities) held.add(identity);
    if (layer > 0) layers.set(file, layer);
  }
  return layers;
}

function identitiesByFile(placed: readonly PlacedObject[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const one of placed) {
    if (one.unit.looseFolder === undefined) continue;
    const file = fileOf(one);
    const identities = found.get(file);
    if (identities) identities.push(identityOf(one));
    else found.set(file, [identityOf(one)]);
  }
  return found;
}
