import type { ClusterFacts } from './cluster-facts';
import { isClusterScoped } from './cluster-scoped';
import { IncludedObjects } from './included-objects';
import type { MadeObject } from './made-object';
import { type Manifest, type ObjectId, idOf } from './manifest';
import type { ManifestEntry } from './manifest-entry';
import type { Provenance } from './provenance';
import type { RepositoryFacts } from './repository-facts';
import { areBeside, mayMeet, type Unit } from './unit';
import type { WrittenFile } from './written-file';

export type { ManifestEntry } from './manifest-entry';

/** Two objects of one unit that would overwrite each other in the cluster. */
export interface DuplicateEntry {
  readonly first: ManifestEntry;
  readonly second: ManifestEntry;
}

/** Every object of a synth, once, found by (unit, group, kind, namespace, name). */
export class ManifestSet {
  private readonly byUnit = new Map<string, UnitIndex>();
  private readonly byIdentity = new Map<string, ManifestEntry[]>();
  private readonly all: ManifestEntry[] = [];
  private readonly repeated: DuplicateEntry[] = [];
  private readonly declared: ClusterFacts[] = [];
  private readonly written: RepositoryFacts[] = [];
  private readonly fileList: WrittenFile[] = [];
  private readonly indexed = new Map<string, string>();
  private readonly toBeMade: MadeObject[] = [];

  /** @param included what is applied with the units from elsewhere */
  public constructor(public readonly included = new IncludedObjects()) {}

  /** Adds an object. A second one of the same identity in the same unit is kept out and listed in `duplicates`. */
  public add(unit: Unit, manifest: Manifest, provenance: Provenance = {}): ManifestEntry {
    const entry: ManifestEntry = { manifest, id: idOf(manifest, unit.namespace), unit, provenance };
    const index = this.indexOf(unit);
    const first = this.ownOf(unit, entry.id);
    if (first) {
      this.repeated.push({ first, second: entry });
      return entry;
    }
    append(index.byName, entry.id.name, entry);
    index.list.push(entry);
    this.all.push(entry);
    append(this.byIdentity, keyOf(entry.id), entry);
    return entry;
  }

  /** Says that an object of this identity exists where the unit is applied, though nobody here makes it. */
  public addExternal(unit: Unit, id: ObjectId): void {
    this.indexOf(unit).externals.add(keyOf(id));
  }

  /** Says that such objects exist where the unit is applied. Asked only about what is not found here. */
  public addElsewhere(unit: Unit, matches: (id: ObjectId) => boolean): void {
    this.indexOf(unit).elsewhere.push(matches);
  }

  /** Says that Argo CD delivers to this cluster. */
  public addCluster(cluster: ClusterFacts): void {
    this.declared.push(cluster);
  }

  /** Every cluster that Argo CD delivers to; none when nobody has declared any. */
  public get clusters(): readonly ClusterFacts[] {
    return this.declared;
  }

  /** Says that the folders of the units are committed to this repository. */
  public addRepository(repository: RepositoryFacts): void {
    this.written.push(repository);
  }

  /** Every repository that the folders of the units are known to be committed to. */
  public get repositories(): readonly RepositoryFacts[] {
    return this.written;
  }

  /** Says that a file is written beside the manifests of a unit. */
  public addFile(file: WrittenFile): void {
    this.fileList.push(file);
  }

  /** Every file beside the manifests. */
  public get files(): readonly WrittenFile[] {
    return this.fileList;
  }

  /** Says that a file of an index of units is written, by its path below the folder that all is written to. */
  public addIndexFile({ path, content }: { readonly path: string; readonly content: string }): void {
    this.indexed.set(path, content);
  }

  /** Contents of the files of indexes by their paths. */
  public get indexFiles(): ReadonlyMap<string, string> {
    return this.indexed;
  }

  /** Says that something else will make an object of what is written here. It is judged, and belongs to no unit of this set. */
  public addMade(made: MadeObject): void {
    this.toBeMade.push(made);
  }

  /** Every object that something else will make, as far as somebody has said so. */
  public get made(): readonly MadeObject[] {
    return this.toBeMade;
  }

  /** The same set with objects beside the others, each in a unit of its own, around which there is what is around its source. */
  public beside(made: readonly MadeObject[]): ManifestSet {
    const set = new ManifestSet(this.included);
    for (const [id, index] of this.byUnit) set.byUnit.set(id, index);
    for (const [key, entries] of this.byIdentity) set.byIdentity.set(key, entries);
    for (const entry of this.all) set.all.push(entry);
    set.repeated.push(...this.repeated);
    set.declared.push(...this.declared);
    set.written.push(...this.written);
    set.fileList.push(...this.fileList);
    for (const [path, content] of this.indexed) set.indexed.set(path, content);
    for (const { entry, source } of made) {
      const { externals, elsewhere } = this.byUnit.get(source.unit.id) ?? { externals: new Set<string>(), elsewhere: [] };
      set.byUnit.set(entry.unit.id, { unit: entry.unit, byName: new Map([[entry.id.name, [entry]]]), list: [entry], externals, elsewhere });
      const key = keyOf(entry.id);
      set.byIdentity.set(key, [...set.byIdentity.get(key) ?? [], entry]);
      set.all.push(entry);
    }
    return set;
  }

  /** Every object, in the order of addition. */
  public get entries(): readonly ManifestEntry[] {
    return this.all;
  }

  /** Objects that were refused because their unit has one of the same identity. */
  public get duplicates(): readonly DuplicateEntry[] {
    return this.repeated;
  }

  /** Units in the order of their first object. */
  public get units(): readonly Unit[] {
    return [...this.byUnit.values()].map((index) => index.unit);
  }

  /** Objects of one unit, in the order of addition. */
  public of(unit: Unit): readonly ManifestEntry[] {
    return this.byUnit.get(unit.id)?.list ?? [];
  }

  /** Finds an object in the unit, then in the units of the same destination, then in those that may be applied to the same cluster. */
  public find(unit: Unit, id: ObjectId): ManifestEntry | undefined {
    return this.ownOf(unit, id) ?? surest(unit, id, this.findAll(unit, id));
  }

  /** What `find` looks for, in every unit that is as near as the first: who looks from afar cannot know which of them is meant. */
  public findAll(unit: Unit, id: ObjectId): readonly ManifestEntry[] {
    const own = this.ownOf(unit, id);
    if (own) return [own];
    const elsewhere = this.byIdentity.get(keyOf(id)) ?? [];
    const near = elsewhere.filter((entry) => entry.unit.destination.cluster === unit.destination.cluster);
    return near.length > 0 ? near : elsewhere.filter((entry) => mayMeet(entry.unit, unit));
  }

  /**
   * Whether the object was declared to exist elsewhere, may be in what nobody has read, or is in files of which nobody can say that
   * they are meant.
   */
  public isExternal(unit: Unit, id: ObjectId): boolean {
    const index = this.byUnit.get(unit.id);
    if (index && (index.externals.has(keyOf(id)) || index.elsewhere.some((matches) => matches(id)))) return true;
    const found = this.findAll(unit, id);
    return found.length > 0 ? surest(unit, id, found) === undefined : this.included.mayHave(unit, id);
  }

  private ownOf(unit: Unit, id: ObjectId): ManifestEntry | undefined {
    const namesakes = this.byUnit.get(unit.id)?.byName.get(id.name);
    return namesakes && sameIn(namesakes, id);
  }

  private indexOf(unit: Unit): UnitIndex {
    let index = this.byUnit.get(unit.id);
    if (!index) {
      index = { unit, byName: new Map(), list: [], externals: new Set(), elsewhere: [] };
      this.byUnit.set(unit.id, index);
    }
    return index;
  }
}

/** What a unit means by a name that others have: nothing certain, where those are loose files that may be variants. */
function surest(unit: Unit, id: ObjectId, found: readonly ManifestEntry[]): ManifestEntry | undefined {
  const [first] = found;
  if (unit.looseFolder === undefined) {
    const applied = found.find((entry) => entry.unit.looseFolder === undefined);
    if (applied || first === undefined) return applied;
  }
  const beside = found.filter((entry) => areBeside(entry.unit, unit));
  if (beside.length > 0) return beside.length === 1 ? beside[0] : undefined;
  return found.length === 1 && (id.namespace !== '' || isClusterScoped(id.group, id.kind)) ? first : undefined;
}

interface UnitIndex {
  readonly unit: Unit;
  /** A unit has hardly two objects of one name, so nothing is gained by a key that has to be put together for each question. */
  readonly byName: Map<string, ManifestEntry[]>;
  readonly list: ManifestEntry[];
  readonly externals: Set<string>;
  readonly elsewhere: Array<(id: ObjectId) => boolean>;
}

function append(index: Map<string, ManifestEntry[]>, key: string, entry: ManifestEntry): void {
  const list = index.get(key);
  if (list) list.push(entry);
  else index.set(key, [entry]);
}

function sameIn(namesakes: readonly ManifestEntry[], { group, kind, namespace }: ObjectId): ManifestEntry | undefined {
  return namesakes.find(({ id }) => id.kind === kind && id.namespace === namespace && id.group === group);
}

function keyOf(id: ObjectId): string {
  return `${id.group}\n${id.kind}\n${id.namespace}\n${id.name}`;
}
