import type { ObjectId } from './manifest';
import type { ManifestEntry } from './manifest-entry';
import { mayMeet, type Unit } from './unit';

/** Objects that are applied with a unit though they do not stand in it: what an overlay of Kustomize takes from elsewhere. */
export class IncludedObjects {
  private readonly byUnit = new Map<string, ManifestEntry[]>();
  private readonly unread: Unread[] = [];
  private readonly open = new Set<string>();

  /** Says that an object stands elsewhere, and is applied with its unit like this. It is judged where it stands. */
  public add(entry: ManifestEntry): void {
    const others = this.byUnit.get(entry.unit.id);
    if (others) others.push(entry);
    else this.byUnit.set(entry.unit.id, [entry]);
  }

  /** The objects from elsewhere, as they are applied with the unit. */
  public of(unit: Unit): readonly ManifestEntry[] {
    return this.byUnit.get(unit.id) ?? [];
  }

  /** Says that more is applied with the unit, which nobody here has read: any object of which this is true may be among it. */
  public addUnread(unit: Unit, mayBe: (id: ObjectId) => boolean): void {
    this.unread.push({ unit, mayBe });
    this.open.add(unit.id);
  }

  /** Whether more is applied with the unit than what is known. */
  public isOpen(unit: Unit): boolean {
    return this.open.has(unit.id);
  }

  /** Whether an object that is looked for may be among what nobody has read: of the unit, or of one in the namespace of the object. */
  public mayHave(unit: Unit, id: ObjectId): boolean {
    return this.unread.some(({ unit: own, mayBe }) =>
      (own.id === unit.id || (id.namespace !== '' && id.namespace === own.namespace && mayMeet(own, unit))) && mayBe(id));
  }
}

interface Unread {
  readonly unit: Unit;
  readonly mayBe: (id: ObjectId) => boolean;
}
