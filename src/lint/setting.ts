import { InputError } from '../manifests/input-error';
import { isJsonObject, type JsonObject } from '../manifests/json';
import { nearest } from '../validation/schema/similar-name';

/** A list of the settings, empty where nothing is said. */
export function listOf(value: unknown, key: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new InputError(`${key} is a list`);
  return value;
}

/**
 * A map of the settings with these keys.
 *
 * @param what for messages: `a waiver is a map with rule and reason`
 */
export function mapOf(value: unknown, keys: readonly string[], what: string): JsonObject {
  if (!isJsonObject(value)) throw new InputError(what);
  for (const key of Object.keys(value)) {
    if (keys.includes(key)) continue;
    const meant = nearest(key, keys);
    throw new InputError(`${key} is not read. ${meant === undefined ? `the keys are ${keys.join(', ')}` : `did you mean ${meant}?`}`);
  }
  return value;
}

/** A text of a map, or nothing where it is not said. */
export function textOf(map: JsonObject, key: string, what: string): string | undefined {
  const value = map[key];
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  throw new InputError(`the ${key} of ${what} is ${JSON.stringify(value)}; a text is wanted`);
}
