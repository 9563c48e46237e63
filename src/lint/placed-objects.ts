import { type ObjectId, idOf } from '../manifests/manifest';
import { type ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import type { RepositoryFacts } from '../manifests/repository-facts';
import type { Unit } from '../manifests/unit';
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
  readonly id: ObjectId;
}

/** What is known beside the objects. */
export interface KnownFacts {
  readonly repositories: readonly RepositoryFacts[];
  readonly included: readonly IncludedObject[];
}

/** Puts objects into a set. What is encrypted is known to be there, and no more. */
export function placedSet(placed: Iterable<PlacedObject>, { repositories, included }: KnownFacts): PlacedSet {
  const set = new ManifestSet();
  for (const repository of repositories) set.addRepository(repository);
  for (const { unit, id } of included) set.addExternal(unit, id);
  const sources = new Map<ManifestEntry, LintedObject>();
  for (const { object, unit } of placed) {
    if (isEncrypted(object)) set.addExternal(unit, idOf(object.manifest, unit.namespace));
    else sources.set(set.add(unit, object.manifest, { file: object.document.file.path, source: () => lineOf(object) }), object);
  }
  return { set, sources };
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
