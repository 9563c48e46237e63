import type { SchemaNode } from './schema';
import type { ProblemDetails, ProblemList } from './schema-problem';
import { nearest, spelling } from './similar-name';

/** So many known fields are listed; more would hide the message. */
const LIST_UP_TO = 12;

/** Reports a field that the schema does not have, with where it belongs or what was probably meant. */
export function reportUnknownField(name: string, node: SchemaNode, root: SchemaNode, list: ProblemList): void {
  list.add('unknown', unknownField(name, node, root, list.path), name);
}

function unknownField(name: string, node: SchemaNode, root: SchemaNode, path: ReadonlyArray<string | number>): ProblemDetails {
  const known = [...node.properties.keys()];
  const few = known.length > 0 && known.length <= LIST_UP_TO ? { expected: `one of ${known.join(', ')}` } : {};
  const fix = cure(name, node, root, path);
  const meant = misspelt(name, fix, node);
  return {
    message: `unknown field "${name}": the API server drops it`, ...few, fix,
    ...(meant === undefined ? {} : { edit: { op: 'rename' as const, value: meant } }),
  };
}

/** The one known name from which a single letter, or only its capitals, differ. */
function misspelt(name: string, fix: string, node: SchemaNode): string | undefined {
  if (!fix.startsWith('did you mean')) return undefined;
  const close = [...node.properties.keys()].filter((known) => spelling(name, known) <= 1);
  return close.length === 1 && close[0]!.length > 3 ? close[0] : undefined;
}

function cure(name: string, node: SchemaNode, root: SchemaNode, path: ReadonlyArray<string | number>): string {
  const above = fieldAbove(name, root, path);
  if (above !== undefined) return `it belongs to ${above}: move it there`;
  const near = nearest(name, node.properties.keys());
  const below = fieldBelow(name, node);
  if (near === undefined && below !== undefined) return `it belongs to ${below}: move it there`;
  if (near !== undefined) return `did you mean "${near}"?`;
  return node.properties.size === 0 ? 'remove it: this object has no fields' : 'remove it';
}

/** The nearest object above that has a field of this name, as people read it. */
function fieldAbove(name: string, root: SchemaNode, path: ReadonlyArray<string | number>): string | undefined {
  let found: string | undefined;
  let node: SchemaNode | undefined = root;
  let text = '';
  for (const segment of path) {
    if (node?.properties.has(name) && text !== '') found = text;
    if (typeof segment === 'number') {
      text += `[${segment}]`;
      node = node?.items;
    } else {
      text += text ? `.${segment}` : segment;
      node = node?.properties.get(segment) ?? node?.values;
    }
  }
  return found;
}

/** A field one level down, or in the items of a list there, that has the name. */
function fieldBelow(name: string, node: SchemaNode): string | undefined {
  for (const [field, child] of node.properties) {
    if (child.properties.has(name)) return `"${field}"`;
    if (child.items?.properties.has(name)) return `the items of "${field}"`;
  }
  return undefined;
}
