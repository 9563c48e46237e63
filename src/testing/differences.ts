import { isJsonObject, type JsonObject, type JsonValue } from '../manifests/json';
import { type Pointer, pointer } from '../manifests/pointer';

/** A place where a manifest is not what was wanted. */
export interface Difference {
  readonly pointer: Pointer;
  /** `undefined`: the field was to be absent. */
  readonly wanted: JsonValue | undefined;
  readonly got: JsonValue | undefined;
}

/**
 * Where a value differs from what was wanted. Objects may have more fields than were named; lists have to have the same
 * length, and their items are compared in turn; `undefined` wants a field to be absent.
 */
export function differences(wanted: JsonValue | undefined, got: JsonValue | undefined, at: Pointer = ''): Difference[] {
  if (isJsonObject(wanted) && isJsonObject(got)) {
    return Object.keys(wanted).flatMap((key) => differences(wanted[key], fieldOf(got, key), pointer(at, key)));
  }
  if (Array.isArray(wanted) && Array.isArray(got) && wanted.length === got.length) {
    return wanted.flatMap((item: JsonValue, i) => differences(item, got[i] as JsonValue, pointer(at, i)));
  }
  return wanted === got ? [] : [{ pointer: at, wanted, got }];
}

function fieldOf(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
