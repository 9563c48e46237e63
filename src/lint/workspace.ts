import { dirname, relative, sep } from 'node:path';
import { idOf, type ObjectId } from '../manifests/manifest';
import { type ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import type { Unit } from '../manifests/unit';
import { deliveriesIn, type Delivery } from './deliveries';
import { isEncrypted, isKustomization, type LintedObject } from './linted-object';
import { Positions } from './positions';

/** Objects that are checked together, and where each was read. */
export interface Workspace {
  readonly set: ManifestSet;
  readonly sources: ReadonlyMap<ManifestEntry, LintedObject>;
  /** Objects that another file of the same folder has too, where nobody says that the folder is applied as a whole. */
  readonly twins: ReadonlyArray<{ readonly first: ManifestEntry; readonly second: ManifestEntry }>;
}

/**
 * Puts objects together as they are deployed. A folder that an Application or a kustomization names is one unit with all that is below
 * it; any other folder is one by itself. Programs of which each has a root of its own do not see each other.
 */
export function workspacesOf(objects: readonly LintedObject[], cwd: string): readonly Workspace[] {
  const folders = foldersOf(objects);
  const deliveries = deliveriesIn(objects, folders);
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
    workspace(group, top === '' ? cwd : top, top === '' ? [] : deliveries.filter((delivery) => isWithin(delivery.top, top))));
}

function workspace(objects: readonly LintedObject[], top: string, deliveries: readonly Delivery[]): Workspace {
  const set = new ManifestSet();
  for (const { url, root } of distinct(deliveries, ({ url, root, top: at }) => `${url}\n${root}\n${at}`)) {
    if (url !== '') set.addRepository({ url, root });
  }
  const units = new UnitsOf(objects, top, deliveries);
  const sources = new Map<ManifestEntry, LintedObject>();
  const seen = new Map<string, ManifestEntry>();
  const apart = filesApart(objects, units);
  const twins: Array<{ first: ManifestEntry; second: ManifestEntry }> = [];
  for (const object of objects) {
    const { path } = object.document.file;
    const { unit } = units.of(object);
    const id = idOf(object.manifest, unit.namespace);
    if (isEncrypted(object)) {
      set.addExternal(unit, id);
      continue;
    }
    const entry = set.add(apart.has(path) ? { ...unit, id: path } : unit, object.manifest, { file: path, source: () => lineOf(object) });
    sources.set(entry, object);
    const key = keyOf(unit, id);
    const first = seen.get(key);
    if (!first) seen.set(key, entry);
    else if (apart.has(path) && first.provenance.file !== path) twins.push({ first, second: entry });
  }
  return { set, sources, twins };
}

/** Files of a folder that nobody applies as a whole, with an object that a file before them has: each is a unit by itself. */
function filesApart(objects: readonly LintedObject[], units: UnitsOf): ReadonlySet<string> {
  const firstFile = new Map<string, string>();
  const apart = new Set<string>();
  for (const object of objects) {
    const { path } = object.document.file;
    const { unit, isApplied } = units.of(object);
    const key = keyOf(unit, idOf(object.manifest, unit.namespace));
    const first = firstFile.get(key);
    if (first === undefined) firstFile.set(key, path);
    else if (first !== path && !isApplied) apart.add(path);
  }
  return apart;
}

function keyOf(unit: Unit, id: ObjectId): string {
  return `${unit.id}\n${id.group}\n${id.kind}\n${id.namespace}\n${id.name}`;
}

function lineOf({ document, base }: LintedObject): string {
  return `${document.file.path}:${new Positions(document).of(base).line}`;
}

/** The units of the folders of a workspace. */
class UnitsOf {
  private readonly applied: readonly string[];
  private readonly kustomizations: ReadonlyMap<string, LintedObject['manifest']>;
  private readonly known = new Map<string, { readonly unit: Unit; readonly isApplied: boolean }>();

  public constructor(objects: readonly LintedObject[], private readonly top: string, private readonly deliveries: readonly Delivery[]) {
    const kustomized = objects.filter(isKustomization);
    this.kustomizations = new Map(kustomized.map((object) => [folderOf(object) ?? '', object.manifest]));
    const applied = new Set([...deliveries.map(({ folder }) => folder), ...this.kustomizations.keys()]);
    this.applied = [...applied].sort((a, b) => b.length - a.length);
  }

  public of(object: LintedObject): { readonly unit: Unit; readonly isApplied: boolean } {
    const folder = folderOf(object);
    if (folder === undefined) return { unit: { id: object.document.file.path, namespace: '', destination: { cluster: '' } }, isApplied: true };
    let known = this.known.get(folder);
    if (!known) this.known.set(folder, known = this.made(folder));
    return known;
  }

  private made(folder: string): { readonly unit: Unit; readonly isApplied: boolean } {
    const applied = this.applied.find((one) => isWithin(folder, one));
    const root = applied ?? folder;
    const deliveries = this.deliveries.filter((delivery) => delivery.folder === root);
    const kustomization = this.kustomizations.get(root);
    const [prefix, suffix] = [textOf(kustomization?.namePrefix), textOf(kustomization?.nameSuffix)];
    const unit: Unit = {
      id: relative(this.top, root).split(sep).join('/') || '.',
      namespace: textOf(kustomization?.namespace) || only(deliveries.map(({ namespace }) => namespace)),
      destination: { cluster: only(deliveries.map(({ cluster }) => cluster)) },
      ...(prefix || suffix ? { affixes: { prefix, suffix } } : {}),
    };
    return { unit, isApplied: applied !== undefined };
  }
}

/** The one text that all are, `''` where they differ. */
function only(texts: readonly string[]): string {
  return texts.every((text) => text === texts[0]) ? texts[0] ?? '' : '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function folderOf({ document }: LintedObject): string | undefined {
  const { absolute } = document.file;
  return absolute === undefined ? undefined : dirname(absolute);
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

function isWithin(folder: string, outer: string): boolean {
  return folder === outer || folder.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}
