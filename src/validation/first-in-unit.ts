import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';

/** Finds who in a unit was first to claim something that only one object may have, in one pass over the unit. */
export class FirstInUnit {
  private readonly claims = new WeakMap<readonly ManifestEntry[], Claims>();

  /** @param claimsOf what an object claims, as texts that are equal when two objects claim the same */
  public constructor(private readonly claimsOf: (entry: ManifestEntry) => readonly string[]) {}

  /** Another object of the unit that claims the same and comes before this one. */
  public before(entry: ManifestEntry, claim: string, manifests: ManifestSet): ManifestEntry | undefined {
    const first = this.firstOf(manifests.of(entry.unit)).get(claim);
    return first === entry ? undefined : first;
  }

  private firstOf(entries: readonly ManifestEntry[]): ReadonlyMap<string, ManifestEntry> {
    let known = this.claims.get(entries);
    // Objects may have been added since.
    if (known?.size !== entries.length) {
      known = { size: entries.length, first: new Map() };
      for (const entry of entries) {
        for (const claim of this.claimsOf(entry)) {
          if (!known.first.has(claim)) known.first.set(claim, entry);
        }
      }
      this.claims.set(entries, known);
    }
    return known.first;
  }
}

interface Claims {
  readonly size: number;
  readonly first: Map<string, ManifestEntry>;
}
