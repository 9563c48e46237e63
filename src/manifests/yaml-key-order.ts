import type { JsonObject } from './json';

/** Where an object stands; Kubernetes users expect some keys first. */
export type KeyContext = 'manifest' | 'metadata' | 'list item' | 'other';

const FIRST: Record<KeyContext, readonly string[]> = {
  manifest: ['apiVersion', 'kind', 'metadata', 'spec', 'data', 'stringData', 'rules'],
  metadata: ['name', 'namespace', 'labels', 'annotations'],
  'list item': ['name'],
  other: [],
};

/** The keys of an object in a fixed order: well-known ones first, then by code unit, `status` of a manifest last. */
export function orderedKeys(object: JsonObject, context: KeyContext): string[] {
  const keys = Object.keys(object);
  sort(keys);
  const first = FIRST[context];
  let front = 0;
  for (const key of first) front += move(keys, key, front) ? 1 : 0;
  if (context === 'manifest') move(keys, 'status', keys.length - 1);
  return keys;
}

function move(keys: string[], key: string, to: number): boolean {
  const from = keys.indexOf(key);
  if (from < 0) return false;
  if (from !== to) keys.splice(to, 0, ...keys.splice(from, 1));
  return true;
}

/** Maps of manifests are small and often sorted already, where an insertion sort is several times faster than `sort`. */
function sort(keys: string[]): void {
  if (keys.length > 24) {
    keys.sort();
    return;
  }
  for (let next = 1; next < keys.length; next++) {
    const key = keys[next]!;
    let place = next;
    while (place > 0 && keys[place - 1]! > key) keys[place] = keys[--place]!;
    keys[place] = key;
  }
}
