import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import { readOnce } from '../../readings';

/*
 * Readers with the eyes of a controller written in Go: null is absent, an absent string is empty, an absent flag is false.
 * A value of the wrong type reads as absent, because the schema check has reported it already.
 */

/** Whether the key is there with a value other than null. */
export function isSet(parent: JsonObject | undefined, key: string): boolean {
  const value = parent?.[key];
  return value !== undefined && value !== null;
}

/** The object under a key. */
export function objectField(parent: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = parent?.[key];
  return isJsonObject(value) ? value : undefined;
}

/** The list under a key, empty when absent. */
export function listField(parent: JsonObject | undefined, key: string): readonly JsonValue[] {
  const value: JsonValue | undefined = parent?.[key];
  return isJsonList(value) ? value : [];
}

/** The objects of the list under a key, each with its index in that list. */
export function objectsField(parent: JsonObject | undefined, key: string): ReadonlyArray<readonly [number, JsonObject]> {
  const list = listField(parent, key);
  return list.length === 0 ? NONE : objectsOf(list);
}

const NONE: ReadonlyArray<readonly [number, JsonObject]> = [];

// A hundred rules look into the same lists.
const objectsOf = readOnce((list: readonly JsonValue[]): ReadonlyArray<readonly [number, JsonObject]> => {
  const found: Array<readonly [number, JsonObject]> = [];
  list.forEach((value, index) => {
    if (isJsonObject(value)) found.push([index, value]);
  });
  return found;
});

/** The text under a key, `''` when absent. */
export function textField(parent: JsonObject | undefined, key: string): string {
  const value = parent?.[key];
  return typeof value === 'string' ? value : '';
}

/** The number under a key. */
export function numberField(parent: JsonObject | undefined, key: string): number | undefined {
  const value = parent?.[key];
  return typeof value === 'number' ? value : undefined;
}

/** The flag under a key, false when absent. */
export function flagField(parent: JsonObject | undefined, key: string): boolean {
  return parent?.[key] === true;
}

/** The texts of a map under a key, such as labels. */
export function textsField(parent: JsonObject | undefined, key: string): Readonly<Record<string, string>> {
  const map = objectField(parent, key);
  return map ? textsOf(map) : {};
}

const textsOf = readOnce((map: JsonObject): Readonly<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(map)) {
    if (typeof value === 'string') texts[name] = value;
  }
  return texts;
});

function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
