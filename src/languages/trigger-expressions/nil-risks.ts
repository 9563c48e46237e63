import { childrenOf, type Node } from '../conditions/tree';

/** What an Application may do without. Evaluating a field of it is then an error. @see types.go of argoproj/argo-cd */
const OPTIONAL: ReadonlySet<string> = new Set([
  'app.metadata.annotations', 'app.metadata.labels', 'app.operation', 'app.spec.syncPolicy', 'app.spec.syncPolicy.automated',
  'app.status.operationState', 'app.status.operationState.syncResult',
]);

type Paths = ReadonlySet<string>;

/** What is known to be there once an expression was true, and once it was false. */
interface Learnt {
  readonly yes: Paths;
  readonly no: Paths;
}

const NONE: Paths = new Set();
const NOTHING: Learnt = { yes: NONE, no: NONE };
// Of nil these are false, so what they hold for is there.
const HOLDS_FOR_VALUES = ['contains', 'matches', 'startsWith', 'endsWith', '<', '>', '<=', '>='];

/** Parts of an Application that an expression reads fields of though they may be missing, each once. */
export function nilRisks(root: Node): readonly string[] {
  return risksAfter(root, NONE);
}

/** The same of an expression that is evaluated only where another one was true, as `oncePer` is after `when`. */
export function nilRisksOnceTrue(root: Node, condition: Node): readonly string[] {
  const walk = new Walk();
  return risksAfter(root, walk.learn(condition, NONE).yes);
}

function risksAfter(root: Node, known: Paths): readonly string[] {
  const walk = new Walk();
  walk.learn(root, known);
  return [...walk.risks];
}

/** One walk through one expression. */
class Walk {
  public readonly risks = new Set<string>();
  private readonly aliases = new Map<string, string>();

  public learn(node: Node, known: Paths): Learnt {
    switch (node.kind) {
      case 'binary': return this.binary(node.operator, node.left, node.right, known);
      case 'unary': {
        const { yes, no } = this.learn(node.operand, known);
        return node.operator === '!' || node.operator === 'not' ? { yes: no, no: yes } : NOTHING;
      }
      case 'conditional': {
        const { yes, no } = this.learn(node.test, known);
        this.learn(node.yes, union(known, yes));
        this.learn(node.no, union(known, no));
        return NOTHING;
      }
      case 'let': {
        this.learn(node.value, known);
        const path = this.pathOf(node.value);
        if (path !== undefined) this.aliases.set(node.name, path);
        return this.learn(node.body, known);
      }
      case 'member': {
        const of = this.pathOf(node.of);
        if (of !== undefined && !node.optional && OPTIONAL.has(of) && !known.has(of)) this.risks.add(of);
        break;
      }
    }
    for (const child of childrenOf(node)) this.learn(child, known);
    const path = this.pathOf(node);
    return path === undefined ? NOTHING : { yes: upTo(path), no: NONE };
  }

  private binary(operator: string, left: Node, right: Node, known: Paths): Learnt {
    const one = this.learn(left, known);
    if (operator === 'and' || operator === '&&') {
      const other = this.learn(right, union(known, one.yes));
      return { yes: union(one.yes, other.yes), no: both(one.no, other.no) };
    }
    if (operator === 'or' || operator === '||') {
      const other = this.learn(right, union(known, one.no));
      return { yes: both(one.yes, other.yes), no: union(one.no, other.no) };
    }
    this.learn(right, known);
    if (operator === '==' || operator === '!=') return this.equality(operator, left, right);
    const path = this.pathOf(left);
    if (path === undefined) return NOTHING;
    if (operator === 'in') return right.kind === 'array' && right.items.every((item) => item.kind !== 'nil') ? { yes: upTo(path), no: NONE } : NOTHING;
    return HOLDS_FOR_VALUES.includes(operator) ? { yes: upTo(path), no: NONE } : NOTHING;
  }

  private equality(operator: '==' | '!=', left: Node, right: Node): Learnt {
    const [path, value] = this.pathOf(left) === undefined ? [this.pathOf(right), left] : [this.pathOf(left), right];
    if (path === undefined) return NOTHING;
    const there = upTo(path);
    if (value.kind === 'nil') return operator === '!=' ? { yes: there, no: NONE } : { yes: NONE, no: there };
    if (!['string', 'int', 'float', 'bool'].includes(value.kind)) return NOTHING;
    return operator === '==' ? { yes: there, no: NONE } : { yes: NONE, no: there };
  }

  private pathOf(node: Node): string | undefined {
    switch (node.kind) {
      case 'identifier': return this.aliases.get(node.name) ?? (node.name === 'app' ? 'app' : undefined);
      case 'chain': return this.pathOf(node.of);
      case 'member': {
        const of = this.pathOf(node.of);
        return of !== undefined && node.property.kind === 'string' ? `${of}.${node.property.value}` : undefined;
      }
      default: return undefined;
    }
  }
}

function upTo(path: string): Paths {
  const keys = path.split('.');
  return new Set(keys.map((_, i) => keys.slice(0, i + 1).join('.')));
}

function union(one: Paths, other: Paths): Paths {
  return new Set([...one, ...other]);
}

function both(one: Paths, other: Paths): Paths {
  return new Set([...one].filter((path) => other.has(path)));
}
