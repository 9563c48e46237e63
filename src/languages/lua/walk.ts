import type { Node } from 'luaparse';

/** Shows every node of a tree, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}

// Whatever a node holds that is a node, in the order of the fields: the grammar has twenty kinds of them, all plain objects.
function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]) => (key === 'loc' || key === 'range' ? [] : nodesIn(value)));
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === 'object' && value !== null && 'type' in value ? [value as Node] : [];
}
