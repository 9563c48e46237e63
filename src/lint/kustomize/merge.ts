import { isJsonObject, type JsonObject, type JsonValue } from '../../manifests/json';

/** What tells the items of a list from each other, where all of them have it. */
const KEYS = ['name', 'mountPath', 'containerPort', 'port', 'topologyKey', 'ip'];

/**
 * An object with a strategic merge patch. Items stay where they are, so that pointers lead where they led: what is new comes behind them,
 * and what the patch deletes is left.
 */
export function mergedWith(object: JsonObject, patch: JsonObject): JsonObject {
  if (patch.$patch !== undefined) return object;
  const fields: Record<string, JsonValue | undefined> = { ...object };
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$')) continue;
    if (value === null) delete fields[key];
    else if (value !== undefined) fields[key] = merged(object[key], value);
  }
  return fields;
}

function merged(old: JsonValue | undefined, value: JsonValue): JsonValue {
  if (isJsonObject(old) && isJsonObject(value)) return mergedWith(old, value);
  return isList(old) && isList(value) ? mergedLists(old, value) : value;
}

function mergedLists(old: readonly JsonValue[], patch: readonly JsonValue[]): readonly JsonValue[] {
  const key = KEYS.find((one) => [...old, ...patch].every((item) => isJsonObject(item) && (item[one] !== undefined || item.$patch === 'replace')));
  if (key === undefined) return patch;
  const keyOf = (item: JsonValue): JsonValue | undefined => (isJsonObject(item) ? item[key] : undefined);
  const mended = old.map((item) => patch.filter((one) => keyOf(one) === keyOf(item)).reduce(merged, item));
  const known = new Set(old.map(keyOf));
  return [...mended, ...patch.filter((item) => isJsonObject(item) && item.$patch === undefined && !known.has(keyOf(item)))];
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
