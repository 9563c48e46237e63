import type { PackedNode } from '../../src/validation/schema/packed-node';
import { mapChildren } from './compact';

const OF_TYPES = ['type', 'intOrString', 'open', 'enum', 'required', 'properties', 'values', 'items'] as const;

/** What a type can say of a node: bounds, patterns and rules are left out, so that more subtrees are equal. */
export function typeShape(node: PackedNode): PackedNode {
  const kept: Record<string, unknown> = {};
  for (const key of OF_TYPES) {
    if (node[key] !== undefined) kept[key] = node[key];
  }
  return mapChildren(kept, (child) => (typeof child === 'string' ? child : typeShape(child)));
}
