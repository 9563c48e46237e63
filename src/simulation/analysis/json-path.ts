import { isJsonObject, type JsonValue } from '../../manifests/json';

const KEY = /\.([\w-]+)|\['([^']*)'\]|\[(\d+)\]/y;

/**
 * What a JSONPath in braces finds in a value: keys and indexes only, such as `{$.data[0].ok}`. Undefined where it finds nothing, where
 * it is the whole value, and for any other path, which only the controller can read.
 */
export function atJsonPath(path: string, value: JsonValue): JsonValue | undefined {
  const keys = keysOf(path);
  if (!keys || keys.length === 0) return undefined;
  return keys.reduce<JsonValue | undefined>((part, key) => {
    if (typeof key === 'number') return Array.isArray(part) ? part[key] as JsonValue | undefined : undefined;
    return isJsonObject(part) && Object.hasOwn(part, key) ? part[key] : undefined;
  }, value);
}

function keysOf(path: string): ReadonlyArray<string | number> | undefined {
  const inside = /^\s*\{\s*\$?(.*?)\s*\}\s*$/.exec(path)?.[1];
  if (inside === undefined) return undefined;
  const keys: Array<string | number> = [];
  KEY.lastIndex = 0;
  while (KEY.lastIndex < inside.length) {
    const match = KEY.exec(inside);
    if (!match) return undefined;
    keys.push(match[3] === undefined ? match[1] ?? match[2]! : Number(match[3]));
  }
  return keys;
}
