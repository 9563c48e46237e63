import type { ManifestEntry, ManifestSet } from './manifest-set';

/**
 * Reads all objects of a synth in one pass for everyone who asks, and again when objects were added.
 *
 * @param read what it finds depends on the objects alone
 */
export function readSetOnce<T>(read: (manifests: ManifestSet) => T): (manifests: ManifestSet) => T {
  return readOnceAt(({ entries }) => entries.length, read);
}

/**
 * Reads a list of objects that may grow, such as those of a unit, in one pass for everyone who asks.
 *
 * @param read what it finds depends on the objects alone
 */
export function readListOnce<T>(read: (entries: readonly ManifestEntry[]) => T): (entries: readonly ManifestEntry[]) => T {
  return readOnceAt(({ length }) => length, read);
}

function readOnceAt<S extends object, T>(sizeOf: (subject: S) => number, read: (subject: S) => T): (subject: S) => T {
  const readings = new WeakMap<S, { readonly size: number; readonly reading: T }>();
  return (subject) => {
    const size = sizeOf(subject);
    let known = readings.get(subject);
    // Objects may have been added since.
    if (known?.size !== size) readings.set(subject, known = { size, reading: read(subject) });
    return known.reading;
  };
}
