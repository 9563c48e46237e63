import { EntryIndex } from '../manifests/entry-index';
import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';

/** Finds who in a unit was first to claim something that only one object may have, in one pass over the unit. */
export class FirstInUnit {
  private readonly claims: EntryIndex;

  /** @param claimsOf what an object claims, as texts that are equal when two objects claim the same */
  public constructor(claimsOf: (entry: ManifestEntry) => readonly string[]) {
    this.claims = new EntryIndex(claimsOf);
  }

  /** Another object of the unit that claims the same and comes before this one. */
  public before(entry: ManifestEntry, claim: string, manifests: ManifestSet): ManifestEntry | undefined {
    const [first] = this.claims.find(manifests.of(entry.unit), claim);
    return first === entry ? undefined : first;
  }
}
