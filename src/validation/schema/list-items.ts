import { isJsonObject } from '../../manifests/json';
import { jsonText, shortened } from './describe-value';
import type { SchemaNode } from './schema';
import type { ProblemList } from './schema-problem';

/** Checks that items which have an identity are not repeated. */
export function checkRepeatedItems(items: readonly unknown[], node: SchemaNode, list: ProblemList): void {
  const { keys } = node;
  if (items.length < 2 || (!keys && !node.unique)) return;
  const seen = new Map<string, number>();
  items.forEach((item, index) => {
    const identity = keys ? identityOf(item, keys, node.items) : jsonText(item);
    if (identity === undefined) return;
    const first = seen.get(identity);
    if (first === undefined) {
      seen.set(identity, index);
      return;
    }
    list.add('duplicate', {
      message: keys ? `repeats ${keys.join(' and ')} of item ${first}` : `repeats item ${first}`,
      received: shortened(identity),
      expected: keys ? `items that differ in ${keys.join(' or ')}` : 'items that differ',
      fix: 'remove one of the two',
    }, index);
  });
}

function identityOf(item: unknown, keys: readonly string[], node: SchemaNode | undefined): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const values = keys.map((key) => jsonText(item[key] ?? node?.properties.get(key)?.default ?? null));
  return values.length === 1 ? values[0] : `[${values.join(',')}]`;
}
