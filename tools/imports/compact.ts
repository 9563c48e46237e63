import { type PackedChild, type PackedNode, SCALARS } from '../../src/validation/schema/packed-node';

const SCALAR_NAMES = new Map(Object.entries(SCALARS).map(([name, node]) => [JSON.stringify(node), name]));

/** The short form of a node: the name of a frequent scalar, `X[]` for a plain list of X, `X{}` for a plain map. */
export function compact(node: PackedNode): PackedChild {
  const scalar = SCALAR_NAMES.get(JSON.stringify(node));
  if (scalar !== undefined) return scalar;
  if (Object.keys(node).length !== 2) return node;
  if (node.type === 'array' && typeof node.items === 'string') return `${node.items}[]`;
  if (node.type === 'object' && typeof node.values === 'string') return `${node.values}{}`;
  return node;
}

/** How a node is reached from the one above it. */
export type Place = { readonly field: string } | 'items' | 'values';

/** A node whose fields, values and items have gone through `replace`. */
export function mapChildren(node: PackedNode, replace: (child: PackedChild, place: Place) => PackedChild): PackedNode {
  const result: { -readonly [Key in keyof PackedNode]: PackedNode[Key] } = { ...node };
  if (node.properties) {
    const properties: Record<string, PackedChild> = {};
    for (const [field, child] of Object.entries(node.properties)) properties[field] = replace(child, { field });
    result.properties = properties;
  }
  if (node.values !== undefined) result.values = replace(node.values, 'values');
  if (node.items !== undefined) result.items = replace(node.items, 'items');
  return result;
}
