import type { ManifestEntry } from './manifest-set';
import { readListOnce } from './read-once';

/** Finds objects by what they have in common with others, in one pass over the objects of a unit or of a whole synth. */
export class EntryIndex {
  private readonly byKey: (entries: readonly ManifestEntry[]) => ReadonlyMap<string, readonly ManifestEntry[]>;

  /** @param keysOf under which keys an object is found */
  public constructor(keysOf: (entry: ManifestEntry) => readonly string[]) {
    this.byKey = readListOnce((entries) => indexed(entries, keysOf));
  }

  /** The objects under a key, in the order of the list. */
  public find(entries: readonly ManifestEntry[], key: string): readonly ManifestEntry[] {
    return this.byKey(entries).get(key) ?? [];
  }
}

/** The objects of one kind in a list. @param kind `group/kind`, the bare kind for the core group */
export function ofKind(entries: readonly ManifestEntry[], kind: string): readonly ManifestEntry[] {
  return BY_KIND.find(entries, kind);
}

const BY_KIND = new EntryIndex(({ id: { group, kind } }) => [group ? `${group}/${kind}` : kind]);

function indexed(
  entries: readonly ManifestEntry[], keysOf: (entry: ManifestEntry) => readonly string[],
): ReadonlyMap<string, readonly ManifestEntry[]> {
  const found = new Map<string, ManifestEntry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const list = found.get(key);
      if (list) list.push(entry);
      else found.set(key, [entry]);
    }
  }
  return found;
}
