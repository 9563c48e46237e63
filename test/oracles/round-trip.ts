import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '../../src/manifests/json';
import { yamlOf } from '../../src/manifests/yaml';
import type { YamlReader } from './yaml-readers';

/** A value that a reader did not get back. */
export interface Misreading {
  readonly reader: string;
  readonly value: JsonValue;
  readonly text: string;
  readonly got: unknown;
}

/** Values that the reader does not get back as they were, each as a document of its own. */
export function misread(reader: YamlReader, values: readonly JsonValue[]): Misreading[] {
  const texts = values.map(yamlOf);
  const found = reader.read(texts);
  return values.flatMap((value, index) => (isDeepStrictEqual(found[index], value)
    ? []
    : [{ reader: reader.name, value, text: texts[index]!, got: found[index] }]));
}

/**
 * Strings that the reader does not get back, whether as value of a map, item of a list, key, or below a list in a map. Many are put
 * into one document, which is fast; only the strings of a document that was misread are tried alone.
 */
export function misreadStrings(reader: YamlReader, strings: readonly string[], perDocument = 200): Misreading[] {
  const documents: JsonValue[] = [];
  const members: string[][] = [];
  for (let start = 0; start < strings.length; start += perDocument) {
    const batch = strings.slice(start, start + perDocument);
    members.push(batch);
    documents.push(inEveryPlace(batch));
  }
  const bad = new Set(misread(reader, documents).map((misreading) => misreading.value));
  return documents.flatMap((document, index) => {
    if (!bad.has(document)) return [];
    const alone = misread(reader, members[index]!.flatMap((text) => [text, inEveryPlace([text, text, text, text])]));
    return alone.length > 0 ? alone : misread(reader, [document]);
  });
}

/** Each string in one place, the places in turn. */
function inEveryPlace(strings: readonly string[]): JsonValue {
  const inMap: Record<string, JsonValue> = {};
  const inList: JsonValue[] = [];
  const inner: JsonValue[] = [];
  const keys: [string, JsonValue][] = [];
  strings.forEach((text, index) => {
    if (index % 4 === 0) inMap[`v${index}`] = text;
    else if (index % 4 === 1) inList.push(text);
    else if (index % 4 === 2) inner.push({ [`k${index}`]: { deep: [[text], text] }, name: text });
    else keys.push([text, index % 8 === 3 ? index : { below: text }]);
  });
  // fromEntries, because an assignment to `__proto__` would be lost.
  return { inMap, inList, inner, keys: Object.fromEntries(keys) };
}
