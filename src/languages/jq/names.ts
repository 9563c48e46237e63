import { distance } from 'fastest-levenshtein';
import { JQ_FUNCTIONS } from './functions';
import { JqError } from './jq-error';
import type { JqNode, JqPattern } from './tree';

/** What an expression may refer to: functions as `name/count`, variables and labels. */
interface Scope {
  readonly functions: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
}

/** Refuses functions, variables and labels that do not exist, as the compiler of gojq does. Throws JqError. */
export function checkNames(root: JqNode): void {
  check(root, { functions: new Set(), variables: new Set(['$ENV']), labels: new Set() });
}

function check(node: JqNode, scope: Scope): void {
  const all = (nodes: readonly JqNode[]): void => nodes.forEach((child) => { check(child, scope); });
  switch (node.kind) {
    case 'identity':
    case 'literal':
      return;
    case 'variable':
      if (!scope.variables.has(node.name)) throw new JqError(`there is no variable ${node.name}`, node.at);
      return;
    case 'break':
      if (!scope.labels.has(node.name)) throw new JqError(`there is no label ${node.name} around it`, node.at);
      return;
    case 'call':
      checkCall(node.name, node.args.length, node.at, scope);
      return all(node.args);
    case 'field':
    case 'iterate':
    case 'optional':
      return check(node.of, scope);
    case 'index':
      return all([node.of, ...node.keys]);
    case 'value':
      return all(node.parts);
    case 'pipe':
    case 'comma':
    case 'alternative':
      return all([node.left, node.right]);
    case 'if':
      return all([...node.conditions, ...node.branches]);
    case 'try':
      return all([node.body, ...(node.handler ? [node.handler] : [])]);
    case 'label':
      return check(node.body, { ...scope, labels: new Set([...scope.labels, node.name]) });
    case 'bind': {
      check(node.source, scope);
      return check(node.body, bound(scope, node.patterns));
    }
    case 'fold': {
      all([node.source, node.start]);
      const inner = bound(scope, [node.pattern]);
      return node.steps.forEach((step) => { check(step, inner); });
    }
    case 'define': {
      const functions = new Set([...scope.functions, `${node.name}/${node.parameters.length}`]);
      const own = node.parameters.map((name) => `${name.replace('$', '')}/0`);
      const variables = new Set([...scope.variables, ...node.parameters.filter((name) => name.startsWith('$'))]);
      check(node.body, { ...scope, functions: new Set([...functions, ...own]), variables });
      return check(node.rest, { ...scope, functions });
    }
  }
}

function bound(scope: Scope, patterns: readonly JqPattern[]): Scope {
  const inner = { ...scope, variables: new Set([...scope.variables, ...patterns.flatMap(({ variables }) => variables)]) };
  for (const { keys } of patterns) keys.forEach((key) => { check(key, inner); });
  return inner;
}

function checkCall(name: string, count: number, at: number, scope: Scope): void {
  const called = `${name}/${count}`;
  // Functions of gojq's own begin with an underscore, and nobody is told of them.
  if (name.startsWith('_') || scope.functions.has(called) || JQ_FUNCTIONS.has(called)) return;
  const known = [...JQ_FUNCTIONS, ...scope.functions];
  const counts = known.filter((one) => one.startsWith(`${name}/`)).map((one) => one.slice(name.length + 1));
  if (counts.length > 0) {
    throw new JqError(`${name} takes ${counts.join(' or ')} argument${counts.join() === '1' ? '' : 's'}, not ${count}`, at);
  }
  const names = [...new Set(known.map((one) => one.slice(0, one.lastIndexOf('/'))))].sort();
  const near = names.find((one) => distance(one, name) <= Math.floor(name.length / 4));
  throw new JqError(`there is no function ${name}${hint(name, near)}`, at);
}

function hint(name: string, near: string | undefined): string {
  // A word by itself calls a function: `spec.replicas` lacks its dot.
  if (near !== undefined) return `. did you mean ${near}?`;
  return `. a field is written .${name}; one with a dash or a dot in its name, ."my-${name}"`;
}
