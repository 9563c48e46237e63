import type { JsonValue } from '../../../manifests/json';

/** Where a text stands: the keys and indices that lead to it. Holds while the text is looked at. */
export type Path = ReadonlyArray<string | number>;

/** Shows every text below a value, in the order of the document. */
export function eachText(value: JsonValue | undefined, visit: (text: string, path: Path) => void): void {
  walk(value, visit, []);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

// One path for the whole walk: most texts are only looked at.
function walk(value: JsonValue | undefined, visit: (text: string, path: Path) => void, path: Array<string | number>): void {
  if (typeof value === 'string') {
    visit(value, path);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const end = path.length;
  if (isList(value)) {
    for (let i = 0; i < value.length; i++) {
      path[end] = i;
      walk(value[i], visit, path);
    }
  } else {
    for (const key of Object.keys(value)) {
      path[end] = key;
      walk(value[key], visit, path);
    }
  }
  if (path.length > end) path.pop();
}
