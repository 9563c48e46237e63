import type { PackedChild, PackedNode } from '../../src/validation/schema/packed-node';
import { compact, mapChildren } from './compact';
import type { NamedNodes } from './imported-kind';
import { NameTable, pascal, singular } from './names';

/** A scalar longer than this gets a name when it occurs twice: rules and long patterns. */
const LONG_SCALAR = 100;

/**
 * Folds equal subtrees: every object with fields becomes a named node, once, called after the shortest path that leads to it.
 * ApplicationSet repeats the template of an Application in each of its generators, three levels deep.
 */
export function fold(root: PackedNode, rootName: string): NamedNodes {
  const counts = countLongScalars(root);
  const names = new NameTable();
  const nameOfText = new Map<string, string>();
  const queue: Array<{ name: string; node: PackedNode }> = [];
  const nodes: Record<string, PackedNode> = {};

  const refer = (child: PackedChild, wanted: string): PackedChild => {
    if (typeof child === 'string') return child;
    const text = JSON.stringify(child);
    if (!child.properties && (counts.get(text) ?? 0) < 2) return compact(replaceChildren(child, wanted));
    let name = nameOfText.get(text);
    if (name === undefined) {
      name = names.take(wanted);
      nameOfText.set(text, name);
      queue.push({ name, node: child });
    }
    return name;
  };
  const replaceChildren = (node: PackedNode, name: string): PackedNode =>
    mapChildren(node, (child, place) => {
      const part = place === 'items' ? '' : place === 'values' ? 'Value' : fieldName(place.field, child);
      return refer(child, isScalar(child) ? rootName + part : name + part);
    });

  queue.push({ name: names.take(rootName), node: root });
  for (let next = queue.shift(); next; next = queue.shift()) nodes[next.name] = replaceChildren(next.node, next.name);
  return nodes;
}

/** The part of a name that a field adds: a list of `steps` holds a `Step`. */
function fieldName(field: string, child: PackedChild): string {
  return pascal(typeof child === 'object' && child.type === 'array' ? singular(field) : field);
}

function countLongScalars(root: PackedNode): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const visit = (child: PackedChild | undefined): void => {
    if (typeof child !== 'object') return;
    if (isScalar(child)) {
      const text = JSON.stringify(child);
      if (text.length > LONG_SCALAR) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    Object.values(child.properties ?? {}).forEach(visit);
    visit(child.items);
    visit(child.values);
  };
  visit(root);
  return counts;
}

function isScalar(child: PackedChild): boolean {
  return typeof child === 'object' && !child.properties && child.items === undefined && child.values === undefined;
}
