import { isJsonObject } from '../../manifests/json';
import type { SchemaNode } from './schema';

/** Words of the expression language; a field of such a name is written between underscores. */
const RESERVED = new Set([
  'true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package',
  'namespace', 'return', 'var', 'void', 'while',
]);

/** Called with each value that has a schema node, as rules see it, after the values below it. */
export type Visit = (value: unknown, node: SchemaNode, path: ReadonlyArray<string | number>) => void;

/**
 * Turns a value into what rules see: nulls are dropped and defaults filled in, as the API server does before it evaluates rules,
 * and declared fields with an awkward name have the spelling that rules use. Keys of maps keep theirs.
 */
export function celValue(value: unknown, node: SchemaNode, visit: Visit, path: Array<string | number> = []): unknown {
  let result = value;
  if (isJsonObject(value)) result = fieldsOf(value, node, visit, path);
  else if (Array.isArray(value)) result = value.map((item, index) => below(item, node.items, visit, path, index));
  visit(result, node, path);
  return result;
}

function fieldsOf(
  value: Readonly<Record<string, unknown>>, node: SchemaNode, visit: Visit, path: Array<string | number>,
): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const key of Object.keys(value)) {
    const declared = node.properties.get(key);
    const child = declared ?? node.values;
    const field = value[key];
    if (field === undefined || (field === null && child?.nullable !== true)) continue;
    fields.set(declared ? fieldName(key) : key, below(field, child, visit, path, key));
  }
  for (const [key, child] of node.properties) {
    if (child.default === undefined || fields.has(fieldName(key))) continue;
    fields.set(fieldName(key), below(child.default, child, visit, path, key));
  }
  return fields;
}

type Segment = string | number;

function below(value: unknown, node: SchemaNode | undefined, visit: Visit, path: Segment[], segment: Segment): unknown {
  if (!node) return value;
  path.push(segment);
  const result = celValue(value, node, visit, path);
  path.pop();
  return result;
}

const fieldNames = new Map<string, string>();

function fieldName(name: string): string {
  let escaped = fieldNames.get(name);
  if (escaped === undefined) {
    escaped = RESERVED.has(name)
      ? `__${name}__`
      : name.replace(/__/g, '__underscores__').replace(/\./g, '__dot__').replace(/-/g, '__dash__').replace(/\//g, '__slash__');
    fieldNames.set(name, escaped);
  }
  return escaped;
}
