import { dirname } from 'node:path';
import { isWithin } from '../manifests/folder-within';
import type { ManifestEntry } from '../manifests/manifest-set';
import { type Alternative, alternativesOf, apart } from './alternatives';
import { deliveriesIn, type Delivery } from './deliveries';
import { includedObjects, unreadParts } from './included';
import { reachesOf } from './kustomize/kustomized';
import type { FileReader } from './kustomize/patches';
import { layersOf } from './layers';
import type { LintedObject } from './linted-object';
import { fileOf, identityOf, type PlacedObject, type PlacedSet, placedSet, type UnreadPart } from './placed-objects';
import { folderOf, UnitsOf } from './units';

/** Objects that are checked together, and where each was read. */
export interface Workspace extends PlacedSet {
  /** Objects that another file of the same folder has too, where nobody says that the folder is applied as a whole. */
  readonly twins: ReadonlyArray<{ readonly first: ManifestEntry; readonly second: ManifestEntry }>;
  /** What Applications deliver of the folders of the workspace. */
  readonly deliveries: readonly Delivery[];
  /** What is applied with the objects, and that nobody has looked at. */
  readonly unread: readonly UnreadPart[];
  /** The other ways in which loose files may be applied. */
  readonly alternatives: () => readonly Alternative[];
}

/**
 * Puts objects together as they are deployed. A folder that an Application or a kustomization names is one unit with all that is below
 * it; any other folder is one by itself. Programs of which each has a root of its own do not see each other.
 */
export function workspacesOf(objects: readonly LintedObject[], cwd: string, read: FileReader): readonly Workspace[] {
  // What something else makes says nothing of how folders are applied.
  const whole = objects.filter(({ setting }) => !setting);
  const folders = foldersOf(whole);
  const deliveries = deliveriesIn(whole, folders);
  const tops = outermost(new Set(deliveries.map(({ top }) => top)));
  const groups = new Map<string, LintedObject[]>();
  for (const object of objects) {
    const folder = folderOf(object) ?? '';
    const top = tops.find((one) => isWithin(folder, one)) ?? '';
    const group = groups.get(top);
    if (group) group.push(object);
    else groups.set(top, [object]);
  }
  return [...groups].map(([top, group]) =>
    workspace(group, top === '' ? cwd : top, top === '' ? [] : deliveries.filter((delivery) => isWithin(delivery.top, top)), read));
}

function workspace(objects: readonly LintedObject[], top: string, deliveries: readonly Delivery[], read: FileReader): Workspace {
  const repositories = distinct(deliveries.filter(({ url }) => url !== ''), ({ url, root, top: at }) => `${url}\n${root}\n${at}`)
    .map(({ url, root }) => ({ url, root }));
  const units = new UnitsOf(objects, top, deliveries);
  const all = objects.map((object): PlacedObject => ({ object, unit: units.of(object) }));
  const placed = all.filter(({ object }) => !object.setting);
  const settings = all.filter(({ object }) => object.setting);
  const layers = layersOf(placed);
  const reaches = reachesOf(placed.map(({ object }) => object), read);
  const unread = unreadParts(placed, reaches);
  const facts = { repositories, included: includedObjects(placed, reaches), unread };
  const { set, sources } = placedSet([...placed.map((one) => apart(one, layers.get(fileOf(one)) ?? 0)), ...settings], facts);
  return { set, sources, twins: twinsIn(sources), deliveries, unread, alternatives: () => alternativesOf(placed, layers, facts) };
}

function twinsIn(sources: ReadonlyMap<ManifestEntry, LintedObject>): Workspace['twins'] {
  const seen = new Map<string, ManifestEntry>();
  const twins: Array<{ first: ManifestEntry; second: ManifestEntry }> = [];
  for (const [entry, object] of sources) {
    if (entry.unit.looseFolder === undefined) continue;
    const identity = identityOf({ object, unit: entry.unit });
    const first = seen.get(identity);
    if (!first) seen.set(identity, entry);
    else if (first.provenance.file !== entry.provenance.file) twins.push({ first, second: entry });
  }
  return twins;
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** The folders of the objects and those above them. */
function foldersOf(objects: readonly LintedObject[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const object of objects) {
    for (let folder = folderOf(object); folder !== undefined && !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  return folders;
}

function outermost(folders: ReadonlySet<string>): readonly string[] {
  return [...folders].filter((folder) => ![...folders].some((other) => other !== folder && isWithin(folder, other)));
}
