import type { JsonValue } from '../../../manifests/json';

/** Where a text stands: the keys and indices that lead to it. Holds while the text is looked at. */
export type Path = ReadonlyArray<string | number>;

/** Shows every text below a value, in the order of the document. */
export function eachText(value: JsonValue | undefined, visit: (text: string, path: Path) => void): void {
  walk(value, visit, []);
}

// One path for the whole walk: most texts are only looked at.
function walk(value: JsonValue | undefined, visit: (text: string, path: Path) => void, path: Array<string | number>): void {
  if (typeof value === 'string') {
    visit(value, path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) {
    path.push(key);
    walk((value as Record<string | number, JsonValue>)[key], visit, path);
    path.pop();
  }
}
