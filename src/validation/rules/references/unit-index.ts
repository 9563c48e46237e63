import type { ManifestEntry } from '../../../manifests/manifest-set';

/** Finds the objects of a unit by what they have in common with others, in one pass over the unit. */
export class UnitIndex {
  private readonly known = new WeakMap<readonly ManifestEntry[], { readonly size: number; readonly byKey: Map<string, ManifestEntry[]> }>();

  /** @param keysOf under which keys an object is found */
  public constructor(private readonly keysOf: (entry: ManifestEntry) => readonly string[]) {}

  /** The objects under a key, in the order of the unit. */
  public find(entries: readonly ManifestEntry[], key: string): readonly ManifestEntry[] {
    let known = this.known.get(entries);
    // Objects may have been added since.
    if (known?.size !== entries.length) {
      known = { size: entries.length, byKey: new Map() };
      for (const entry of entries) {
        for (const one of this.keysOf(entry)) {
          const found = known.byKey.get(one);
          if (found) found.push(entry);
          else known.byKey.set(one, [entry]);
        }
      }
      this.known.set(entries, known);
    }
    return known.byKey.get(key) ?? [];
  }
}
