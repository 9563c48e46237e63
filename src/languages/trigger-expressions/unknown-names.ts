import { childrenOf, type Node } from '../conditions/tree';
import { TRIGGER_BUILTINS } from './builtins';
import { HELPERS, TRIGGER_VARIABLES, unknownHelper, unknownVariable } from './variables';

/** Names that stand for nothing when the expression is evaluated, which compile nevertheless. */
export function unknownNames(root: Node): readonly string[] {
  const found: string[] = [];
  visit(root, [], found);
  return [...new Set(found)];
}

function visit(node: Node, declared: readonly string[], found: string[]): void {
  if (node.kind === 'let') {
    visit(node.value, declared, found);
    visit(node.body, [...declared, node.name], found);
    return;
  }
  if (node.kind === 'identifier' && !isKnown(node.name, declared)) found.push(unknownVariable(node.name));
  if (node.kind === 'member' && node.of.kind === 'identifier' && !declared.includes(node.of.name) && node.property.kind === 'string') {
    const { name } = node.of;
    if (Object.hasOwn(HELPERS, name) && !HELPERS[name]!.includes(node.property.value)) found.push(unknownHelper(name, node.property.value));
  }
  for (const child of childrenOf(node)) visit(child, declared, found);
}

function isKnown(name: string, declared: readonly string[]): boolean {
  return name === '$env' || TRIGGER_VARIABLES.includes(name) || declared.includes(name)
    || TRIGGER_BUILTINS.functions.has(name) || TRIGGER_BUILTINS.predicates.has(name);
}
