import { jqSteps } from '../../../languages/jq/problem';
import { isJsonObject, type JsonValue } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import { segmentsOf } from '../../../manifests/pointer';
import type { Place } from '../../../manifests/references/place';
import type { WrittenEntry } from '../../../ownership/ignore-difference';

/** Every item of a list. No field of Kubernetes is called so. */
const ITEMS = '[]';

/** A step is a field, the index of an item, or `ITEMS`. */
type Path = readonly string[];

/**
 * Whether entries of an Application, which mean the object, ignore what a controller writes into it: the whole of one list that it
 * writes into, as a route has its weights, or the field. What cannot be read is taken to ignore it.
 *
 * @param object as Git has it, where that is known
 */
export function isCovered({ jqPathExpressions }: WrittenEntry, ignored: readonly Place[], object: Manifest | undefined): boolean {
  const own = ignored.map(pathsOf);
  if (own.includes(undefined)) return true;
  const covers = (path: Path): boolean => own.some((paths) => paths!.some((one) => isAbove(one, path)));
  const written = jqPathExpressions.flatMap(pathsOfJq);
  const lists = object ? written.flatMap((path) => listsOf(path, object)) : [];
  return lists.length > 0 ? lists.some((places) => places.every(covers)) : written.some(covers);
}

/** Whether Git says something that a path leads to. */
export function isInGit(object: Manifest, expression: string): boolean {
  return pathsOfJq(expression).some((path) => placesOf(path, object).length > 0);
}

/** The paths of an entry; undefined where it may ignore anything. */
function pathsOf(ignored: Place): readonly Path[] | undefined {
  const [pointers, expressions] = [ignored.at('jsonPointers').items, ignored.at('jqPathExpressions').items];
  const isOpen = ignored.at('managedFieldsManagers').items.length > 0 || [...pointers, ...expressions].some(({ text }) => text.includes('{{'));
  if (isOpen) return undefined;
  // What does not compile, or is no pointer, is told so by others.
  const read = [...pointers.map(({ text }) => pathOfPointer(text)), ...expressions.map(({ text }) => pathsOfJq(text))];
  return read.some((paths) => paths.length === 0) ? undefined : read.flat();
}

function pathOfPointer(text: string): readonly Path[] {
  return text.startsWith('/') ? [segmentsOf(text).map((segment) => (segment === '*' || segment === '-' ? ITEMS : segment))] : [];
}

function pathsOfJq(expression: string): readonly Path[] {
  return jqSteps(expression).map((steps) => steps.map((step) => ('items' in step ? ITEMS : step.field)));
}

/** The places that a path leads to, those of one list together. */
function listsOf(path: Path, object: Manifest): readonly Path[][] {
  const end = path.lastIndexOf(ITEMS);
  const lists = new Map<string, Path[]>();
  for (const place of placesOf(path, object)) {
    const list = JSON.stringify(place.slice(0, Math.max(end, 0)));
    lists.set(list, [...lists.get(list) ?? [], place]);
  }
  return [...lists.values()];
}

function placesOf([step, ...rest]: Path, value: JsonValue | undefined): Path[] {
  if (value === undefined) return [];
  if (step === undefined) return [[]];
  const fields: ReadonlyArray<readonly [string, JsonValue | undefined]> = step === ITEMS
    ? (Array.isArray(value) ? value : []).map((item: JsonValue, i) => [String(i), item] as const)
    : isJsonObject(value) && Object.hasOwn(value, step) ? [[step, value[step]]] : [];
  return fields.flatMap(([name, field]) => placesOf(rest, field).map((place) => [name, ...place]));
}

/** Whether a path leads to another one, or to something that it is in. */
function isAbove(above: Path, path: Path): boolean {
  return above.length <= path.length && above.every((step, i) => isSame(step, path[i]!));
}

function isSame(one: string, other: string): boolean {
  return one === other || (one === ITEMS && isIndex(other)) || (other === ITEMS && isIndex(one));
}

function isIndex(step: string): boolean {
  return /^\d+$/.test(step);
}
