import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import { type Pointer, pointer } from '../manifests/pointer';
import { described } from './described';
import type { Difference, WantedJson, WantedObject } from './matcher';

/**
 * Where a value differs from what was wanted. Objects may have more fields than were named; lists have to have the same
 * length, and their items are compared in turn; `undefined` wants a field to be absent; a matcher compares in its own way.
 */
export function differences(wanted: WantedJson, got: JsonValue | undefined, at: Pointer = ''): readonly Difference[] {
  const matcher = described(wanted, at);
  if (matcher) return matcher._differences(got, at);
  if (isWantedObject(wanted) && isJsonObject(got)) {
    return Object.keys(wanted).flatMap((key) => differences(wanted[key], fieldOf(got, key), pointer(at, key)));
  }
  if (isWantedList(wanted) && Array.isArray(got) && wanted.length === got.length) {
    return wanted.flatMap((item, i) => differences(item, got[i] as JsonValue, pointer(at, i)));
  }
  return wanted === got || isAbsence(wanted, got) ? [] : [{ pointer: at, wanted, got }];
}

/** How much of what was wanted is not there, to tell which of several candidates comes closest. */
export function sizeOf(found: readonly Difference[]): number {
  return found.reduce((sum, { wanted, got }) => sum + Math.max(1, leavesOf(wanted) - sharedLeaves(wanted, got)), 0);
}

/** Whether what was wanted has fields of its own. */
export function isWantedObject(wanted: WantedJson): wanted is WantedObject {
  return isJsonObject(wanted) && !described(wanted, '');
}

/** Whether a list was wanted. */
export function isWantedList(wanted: WantedJson): wanted is readonly WantedJson[] {
  return Array.isArray(wanted);
}

/** The value of a field that an object has itself. */
export function fieldOf(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

// An object of which every field is to be absent, where there is no object.
function isAbsence(wanted: WantedJson, got: JsonValue | undefined): boolean {
  return got === undefined && isWantedObject(wanted) && Object.keys(wanted).length > 0
    && Object.values(wanted).every((value) => differences(value, undefined).length === 0);
}

function leavesOf(wanted: WantedJson): number {
  if (isWantedList(wanted)) return 1 + wanted.reduce<number>((sum, item) => sum + leavesOf(item), 0);
  return isWantedObject(wanted) ? 1 + Object.values(wanted).reduce<number>((sum, value) => sum + leavesOf(value), 0) : 1;
}

// Lists of two lengths may still have much in common.
function sharedLeaves(wanted: WantedJson, got: JsonValue | undefined): number {
  if (!isWantedList(wanted) || !Array.isArray(got)) return 0;
  return wanted.reduce<number>((sum, item, i) => {
    const found = got.length > i ? differences(item, got[i] as JsonValue) : undefined;
    return found?.length === 0 ? sum + leavesOf(item) : sum;
  }, 0);
}
