import { isJsonObject, type JsonValue } from '../../../manifests/json';

/** Where a text stands: the keys and indices that lead to it. */
export type Path = ReadonlyArray<string | number>;

/** Shows every text below a value, in the order of the document. */
export function eachText(value: JsonValue | undefined, visit: (text: string, path: Path) => void, path: Path = []): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value)) value.forEach((item: JsonValue, index) => eachText(item, visit, [...path, index]));
  else if (isJsonObject(value)) for (const key of Object.keys(value)) eachText(value[key], visit, [...path, key]);
}
