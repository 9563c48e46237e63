import type { Node } from './tree';

// Every part of a long condition is asked for, and each asks all parts below it.
const known = new WeakMap<Node, { readonly truth: boolean | undefined }>();

/**
 * Whether a part is true or false whatever was measured, as far as upstream sees it when it compiles: `x and false` is then false
 * even where `x` could not be evaluated.
 * @see optimizer/fold.go in antonmedv/expr
 */
export function constantTruth(node: Node): boolean | undefined {
  let found = known.get(node);
  if (!found) {
    found = { truth: findTruth(node) };
    known.set(node, found);
  }
  return found.truth;
}

function findTruth(node: Node): boolean | undefined {
  if (node.kind === 'bool') return node.value;
  if (node.kind === 'unary' && (node.operator === 'not' || node.operator === '!')) {
    const operand = constantTruth(node.operand);
    return operand === undefined ? undefined : !operand;
  }
  if (node.kind !== 'binary') return undefined;
  const { operator, left, right } = node;
  if (operator === '==') return literalEquality(left, right);
  const sides = [constantTruth(left), constantTruth(right)];
  if (operator === '&&' || operator === 'and') return sides.includes(false) ? false : sides.includes(undefined) ? undefined : true;
  if (operator === '||' || operator === 'or') return sides.includes(true) ? true : sides.includes(undefined) ? undefined : false;
  return undefined;
}

function literalEquality(left: Node, right: Node): boolean | undefined {
  for (const kind of ['int', 'string'] as const) {
    if (left.kind === kind && right.kind === kind) return left.value === right.value;
  }
  const [a, b] = [constantTruth(left), constantTruth(right)];
  return a === undefined || b === undefined ? undefined : a === b;
}
