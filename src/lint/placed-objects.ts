import { type Manifest, type ObjectId, idOf } from '../manifests/manifest';
import { type ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import type { Provenance } from '../manifests/provenance';
import type { RepositoryFacts } from '../manifests/repository-facts';
import type { Unit } from '../manifests/unit';
import type { UnreadResource } from './kustomize/unread';
import { isEncrypted, type LintedObject } from './linted-object';
import { Positions } from './positions';

/** An object and the unit that it is applied with. */
export interface PlacedObject {
  readonly object: LintedObject;
  readonly unit: Unit;
}

/** Objects that are checked together, and where each was read. */
export interface PlacedSet {
  readonly set: ManifestSet;
  readonly sources: ReadonlyMap<ManifestEntry, LintedObject>;
}

/** An object that a kustomization takes from another folder: it is there where the unit is applied. */
export interface IncludedObject {
  readonly unit: Unit;
  readonly object: LintedObject;
  /** What becomes of it. The names of the unit are not in it yet, as in other objects of the unit. */
  readonly manifest: Manifest;
}

/** Something that is applied with a unit, and that nobody has looked at. */
export interface UnreadPart extends UnreadResource {
  readonly unit: Unit;
}

/** What is known beside the objects. */
export interface KnownFacts {
  readonly repositories: readonly RepositoryFacts[];
  readonly included: readonly IncludedObject[];
  readonly unread: readonly UnreadPart[];
}

/** Puts objects into a set. What is encrypted is known to be there, and no more. */
export function placedSet(placed: Iterable<PlacedObject>, { repositories, included, unread }: KnownFacts): PlacedSet {
  const set = new ManifestSet();
  for (const repository of repositories) set.addRepository(repository);
  for (const { unit, object, manifest } of included) {
    const id = idOf(manifest, unit.namespace);
    // Kustomize finds an object by the name that it has in its file too.
    for (const name of [id.name, idOf(object.manifest).name]) set.addExternal(unit, { ...id, name });
    if (!isEncrypted(object)) set.included.add({ manifest, id, unit, provenance: provenanceOf(object) });
  }
  for (const { unit, mayBe } of unread) set.included.addUnread(unit, mayBe);
  const sources = new Map<ManifestEntry, LintedObject>();
  for (const { object, unit } of placed) {
    if (object.setting) {
      const source = settingEntry(object, unit);
      set.addMade({ ...object.setting, entry: source, source, isPart: true });
      sources.set(source, object);
      continue;
    }
    if (isEncrypted(object)) set.addExternal(unit, idOf(object.manifest, unit.namespace));
    else sources.set(set.add(unit, object.manifest, provenanceOf(object)), object);
  }
  return { set, sources };
}

/** In a unit of its own, as nobody knows what is beside it. */
function settingEntry(object: LintedObject, { id, namespace, destination }: Unit): ManifestEntry {
  const { manifest, document: { file, offset } } = object;
  const unit: Unit = { id: `${id}/${file.path}/${offset}/${manifest.metadata.name}`, namespace, destination };
  return { manifest, id: idOf(manifest, namespace), unit, provenance: provenanceOf(object) };
}

function provenanceOf(object: LintedObject): Provenance {
  return { file: object.document.file.path, source: () => lineOf(object) };
}

/** The file of an object. */
export function fileOf({ object }: PlacedObject): string {
  return object.document.file.path;
}

/** Equal for two objects that one cluster cannot hold. */
export function identityOf({ object, unit }: PlacedObject): string {
  const id: ObjectId = idOf(object.manifest, unit.namespace);
  return `${unit.looseFolder ?? unit.id}\n${id.group}\n${id.kind}\n${id.namespace}\n${id.name}`;
}

function lineOf({ document, base }: LintedObject): string {
  return `${document.file.path}:${new Positions(document).of(base).line}`;
}
