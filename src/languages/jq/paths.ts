import { JQ_PATH_FUNCTIONS } from './functions';
import type { JqNode } from './tree';

/**
 * The first part of an expression that makes a value of its own, so that there is no place in the object to delete; undefined when
 * the expression gives places, or when that cannot be said.
 */
export function notAPlace(node: JqNode): JqNode | undefined {
  switch (node.kind) {
    case 'literal':
    case 'value':
      return node;
    case 'call':
      return isValueFunction(node) ? node : undefined;
    case 'field':
    case 'index':
    case 'iterate':
    case 'optional':
      return notAPlace(node.of);
    case 'pipe': {
      const right = notAPlace(node.right);
      if (right) return right;
      return ['identity', 'field', 'index', 'iterate'].includes(node.right.kind) ? notAPlace(node.left) : undefined;
    }
    case 'comma':
      return notAPlace(node.left) ?? notAPlace(node.right);
    case 'alternative':
      return notAPlace(node.left);
    case 'if': {
      const branches = node.branches.map(notAPlace);
      return branches.every((branch) => branch !== undefined) ? branches[0] : undefined;
    }
    case 'bind':
    case 'label':
      return notAPlace(node.body);
    case 'define':
      // What it defines may have the name of a function that gives values.
      return undefined;
    case 'try':
      return notAPlace(node.body);
    default:
      return undefined;
  }
}

function isValueFunction(node: JqNode & { readonly kind: 'call' }): boolean {
  return !JQ_PATH_FUNCTIONS.has(node.name) && !node.name.startsWith('_');
}

/** A step from a value to one below it: a field by its name, or every item of a list. */
export type JqStep = { readonly field: string } | { readonly items: true; readonly optional: boolean };

/**
 * The steps that an expression takes from the object, as far as they are certain, for each place that it gives: `.spec.rules[]?.http`
 * has four. An expression that computes something on the way is cut off there.
 */
export function stepsOf(node: JqNode): ReadonlyArray<readonly JqStep[]> {
  return walk(node, [[]]).map(({ steps }) => steps);
}

interface Walked {
  readonly steps: readonly JqStep[];
  /** What comes after it is not known. */
  readonly cut: boolean;
}

function walk(node: JqNode, from: ReadonlyArray<readonly JqStep[]>): Walked[] {
  return visit(node, from.map((steps) => ({ steps, cut: false })));
}

function visit(node: JqNode, from: readonly Walked[]): Walked[] {
  const cut = (): Walked[] => from.map(({ steps }) => ({ steps, cut: true }));
  const step = (inner: readonly Walked[], next: JqStep): Walked[] =>
    inner.map((one) => (one.cut ? one : { steps: [...one.steps, next], cut: false }));
  switch (node.kind) {
    case 'identity':
      return [...from];
    case 'field':
      return step(visit(node.of, from), { field: node.name });
    case 'iterate':
      return step(visit(node.of, from), { items: true, optional: false });
    case 'optional':
      return node.of.kind === 'iterate' ? step(visit(node.of.of, from), { items: true, optional: true }) : visit(node.of, from);
    case 'pipe':
      return visit(node.right, visit(node.left, from));
    case 'comma':
      return [...visit(node.left, from), ...visit(node.right, from)];
    case 'call':
      // `select` gives what it is given, or nothing.
      return node.name === 'select' ? [...from] : cut();
    default:
      return cut();
  }
}
