import { EntryIndex } from '../../../manifests/entry-index';
import type { Manifest } from '../../../manifests/manifest';
import { type ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import type { Place } from '../../../manifests/references/place';
import { appliedName } from '../../../manifests/unit';
import { deriveWrittenEntries } from '../../../ownership/derive';
import type { WrittenEntry } from '../../../ownership/ignore-difference';
import { applicationSpec, APPLICATION_KINDS, sourcesOf } from '../apps/application-spec';
import { deliveredObjects } from '../projects/delivered-objects';

/** What is known of the objects that an Application delivers. */
export interface Delivered {
  readonly objects: readonly ManifestEntry[];
  /** There are no others: the source is a folder that is written here, and no folder below it is read. */
  readonly complete: boolean;
}

/**
 * The objects that an Application delivers: those of the folders that it points to. Of loose files, where nobody says what is committed
 * where, those beside it that have its namespace and its name, as far as they go.
 */
export function deliveredBy(entry: ManifestEntry, manifests: ManifestSet): Delivered {
  const objects = deliveredObjects(beforeHydration(entry), manifests).filter((object) => !isApplication(object));
  const sources = sourcesOf(entry);
  const complete = sources.length === 1 && isReadHere(sources[0]!) && !objects.some(({ unit }) => manifests.included.isOpen(unit));
  if (objects.length > 0) return { objects, complete };
  if (manifests.repositories.length > 0) return { objects: [], complete: false };
  const namespace = applicationSpec(entry).at('destination', 'namespace').text;
  const own = entry.id.name.split('-').map((_, index, words) => words.slice(0, index + 1).join('-'));
  const names = new Set([...sources.flatMap((source) => [...source.at('path').text.split('/'), source.at('chart').text]), ...own]);
  return { objects: [...names].flatMap((name) => NAMED.find(manifests.of(entry.unit), `${namespace}/${name}`)), complete: false };
}

/** Whether a source is a folder of manifests, and nothing is made of it or added to it that is not seen here. */
function isReadHere(source: Place): boolean {
  const isMade = [['helm'], ['plugin'], ['kustomize', 'components']].some((path) => source.at(...path).exists);
  return !isMade && source.at('directory', 'recurse').value !== true;
}

const NAMED = new EntryIndex((object) => (isApplication(object) ? [] : [`${object.id.namespace}/${object.id.name}`]));

/** The object with these fields, as Git has it. */
export function objectOf({ group = '', kind, name, namespace = '' }: WrittenEntry, { objects }: Delivered): Manifest | undefined {
  return objects.find(({ id, unit, manifest }) => id.kind === kind && id.group === group && appliedName(unit, id) === name
    && (namespace === '' || namespace === (manifest.metadata.namespace ?? '')))?.manifest;
}

/** The fields that controllers write into these objects of an Application. */
export function writtenInto({ objects }: Delivered, entry: ManifestEntry, manifests: ManifestSet): readonly WrittenEntry[] {
  if (objects.length === 0) return [];
  const units = new Set(objects.map(({ unit }) => unit.id));
  // Others may deliver the rest of the folder that it stands in itself.
  if (units.has(entry.unit.id)) return writtenAmong(objects).get(entry.unit.id) ?? [];
  const written = [...units].flatMap((unit) => writtenByUnit(manifests).get(unit) ?? []);
  const isIncluded = objects.some(({ unit }) => manifests.included.of(unit).length > 0);
  if (!isIncluded) return written;
  return [...written, ...writtenTogether(objects).filter((one) => !written.some((other) => isSameObject(one, other)))];
}

/** An Application whose manifests are hydrated, as if they were applied as they are: they are the same objects. */
function beforeHydration(entry: ManifestEntry): ManifestEntry {
  const spec = applicationSpec(entry);
  const source = spec.at('sourceHydrator', 'drySource').value;
  if (entry.id.kind !== 'Application' || source === undefined) return entry;
  const { sourceHydrator: _hydrated, sources: _passedOver, ...rest } = spec.object;
  return { ...entry, manifest: { ...entry.manifest, spec: { ...rest, source } } };
}

/** What controllers write into these objects because of others among them. */
function writtenTogether(objects: readonly ManifestEntry[]): readonly WrittenEntry[] {
  const named = new Set(objects.map(({ id, unit }) => `${id.group}/${id.kind}/${appliedName(unit, id)}`));
  return [...writtenAmong(objects).values()].flat().filter(({ group = '', kind, name }) => named.has(`${group}/${kind}/${name}`));
}

function writtenAmong(objects: readonly ManifestEntry[]): ReadonlyMap<string, readonly WrittenEntry[]> {
  const own = new ManifestSet();
  for (const object of objects) own.add(object.unit, object.manifest);
  return deriveWrittenEntries(own);
}

function isSameObject(one: WrittenEntry, other: WrittenEntry): boolean {
  return one.kind === other.kind && one.group === other.group && one.name === other.name;
}

const writtenByUnit = readSetOnce((manifests) => deriveWrittenEntries(manifests));

function isApplication({ id: { group, kind } }: ManifestEntry): boolean {
  return APPLICATION_KINDS.includes(`${group}/${kind}`);
}
