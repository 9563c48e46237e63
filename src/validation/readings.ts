import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';

/** How much a reading remembers at most, for those who ask without a stretch. */
const MOST = 4096;

/** What empties the memory of each reading. */
const memories: Array<() => unknown> = [];

/**
 * Reads an object once for all the rules that ask for the same. A reading lives for as long as the rules look at a stretch of objects,
 * so that the memory does not grow with the synth.
 *
 * @param read what it finds depends on its argument alone
 */
export function readOnce<S extends object, T>(read: (subject: S) => T): (subject: S) => T {
  const known = new Map<S, T>();
  memories.push(() => known.size > 0 && known.clear());
  return (subject) => {
    let reading = known.get(subject);
    if (reading === undefined) {
      if (known.size === MOST) known.clear();
      known.set(subject, reading = read(subject));
    }
    return reading;
  };
}

/** Reads an object, and others of its set. */
type ReadingIn<T> = (entry: ManifestEntry, manifests: ManifestSet) => T;

/**
 * Reads an object together with those that it leads to, once for all the rules that ask for the same.
 *
 * @param read what it finds depends on its arguments alone
 */
export function readOnceIn<T>(read: ReadingIn<T>): ReadingIn<T> {
  const known = new Map<ManifestEntry, { readonly manifests: ManifestSet; readonly reading: T }>();
  memories.push(() => known.size > 0 && known.clear());
  return (entry, manifests) => {
    let found = known.get(entry);
    if (found?.manifests !== manifests) {
      if (known.size === MOST) known.clear();
      known.set(entry, found = { manifests, reading: read(entry, manifests) });
    }
    return found.reading;
  };
}

/** Forgets every reading: the objects may be others, or changed. */
export function forgetReadings(): void {
  for (const forget of memories) forget();
}
