import { isJsonObject, type JsonValue } from './json';

/** A JSON pointer (RFC 6901), such as `/spec/strategy/canary/steps/0/setWeight`. */
export type Pointer = string;

/** Appends segments to a pointer, with `~` and `/` escaped. */
export function pointer(base: Pointer, ...segments: ReadonlyArray<string | number>): Pointer {
  let result = base;
  for (const segment of segments) result += `/${typeof segment === 'number' ? segment : escaped(segment)}`;
  return result;
}

// Rules make pointers all day, and hardly a key has anything to escape.
function escaped(segment: string): string {
  return segment.includes('~') || segment.includes('/') ? segment.replace(/~/g, '~0').replace(/\//g, '~1') : segment;
}

/** Splits a pointer into its unescaped segments. */
export function segmentsOf(path: Pointer): string[] {
  if (path === '') return [];
  const segments = path.slice(1).split('/');
  return path.includes('~') ? segments.map((s) => s.replace(/~1/g, '/').replace(/~0/g, '~')) : segments;
}

/** The value a pointer leads to, or undefined. */
export function valueAt(root: JsonValue | undefined, path: Pointer): JsonValue | undefined {
  return valueAlong(root, segmentsOf(path));
}

/** The value that some segments lead to, or undefined: what asks for the same place of many objects splits its pointer once. */
export function valueAlong(root: JsonValue | undefined, segments: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const segment of segments) {
    if (Array.isArray(value)) value = value[Number(segment)];
    else if (isJsonObject(value)) value = value[segment];
    else return undefined;
  }
  return value;
}

/** A pointer as people read it: `spec.strategy.canary.steps[0].setWeight`. */
export function readable(path: Pointer): string {
  let text = '';
  for (const segment of segmentsOf(path)) {
    if (/^\d+$/.test(segment)) text += `[${segment}]`;
    else if (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(segment)) text += text ? `.${segment}` : segment;
    else text += `[${JSON.stringify(segment)}]`;
  }
  return text;
}
