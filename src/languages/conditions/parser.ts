import { BUILTIN_NAMES, type BuiltinNames } from './builtin-names';
import { ConditionError, UndecidedCondition } from './condition-error';
import { numberLiteral } from './number-literal';
import { BINARY_OPERATORS, UNARY_OPERATORS } from './operators';
import { enterLevel, refuseLong } from './size-limits';
import { TokenReader } from './token-reader';
import { tokensOf } from './tokens';
import type { Node } from './tree';

/** Reads a condition as expr 1.15.5 does, oddities included: they decide what a condition means. Throws ConditionError. */
export function parseCondition(source: string): Node {
  const root = new Parser(new TokenReader(tokensOf(source))).whole();
  refuseLong(root);
  return root;
}

/** One reading of one condition. */
export class Parser {
  private closures = 0;
  private depth = 0;

  public constructor(protected readonly tokens: TokenReader, private readonly builtins: BuiltinNames = BUILTIN_NAMES) {}

  public whole(): Node {
    const node = this.expression(0);
    if (this.tokens.is('placeholder')) throw new UndecidedCondition();
    if (!this.tokens.is('end')) throw this.tokens.unexpected();
    return node;
  }

  protected expression(precedence: number): Node {
    this.depth = enterLevel(this.depth, this.tokens.current.at);
    const node = this.operation(precedence);
    this.depth -= 1;
    return node;
  }

  protected operation(precedence: number): Node {
    if (precedence === 0 && this.tokens.is('operator', 'let')) return this.declaration();
    let left = this.primary();
    let previous = '';
    while (this.tokens.is('operator')) {
      // A `not` before an operator that binds too loosely is read and lost, as upstream.
      const not = this.tokens.is('operator', 'not') ? this.tokens.next() : undefined;
      const sign = this.tokens.current;
      const operator = BINARY_OPERATORS.get(sign.text);
      if (sign.kind === 'placeholder') throw new UndecidedCondition();
      if (!operator || operator.precedence < precedence) break;
      this.tokens.next();
      if (sign.text === '|') {
        left = this.pipe(left);
      } else {
        if (previous === '??' && sign.text !== '??') {
          throw new ConditionError(`${sign.text} and ?? do not mix. put one of them in parentheses`, sign.at);
        }
        const right = this.expression(operator.precedence + (operator.rightToLeft ? 0 : 1));
        left = { kind: 'binary', operator: sign.text, left, right, at: sign.at };
        if (not) left = { kind: 'unary', operator: 'not', operand: left, at: not.at };
      }
      previous = sign.text;
    }
    return precedence === 0 ? this.conditional(left) : left;
  }

  protected declaration(): Node {
    this.tokens.next();
    if (!this.tokens.is('identifier')) throw this.tokens.unexpected('a name');
    const { text: name, at } = this.tokens.next();
    this.tokens.expect('operator', '=');
    const value = this.expression(0);
    this.tokens.expect('operator', ';');
    return { kind: 'let', name, value, body: this.expression(0), at };
  }

  protected conditional(start: Node): Node {
    let node = start;
    while (this.tokens.is('operator', '?')) {
      const { at } = this.tokens.next();
      if (this.tokens.accept('operator', ':')) {
        node = { kind: 'conditional', test: node, yes: node, no: this.expression(0), at };
        continue;
      }
      const yes = this.expression(0);
      this.tokens.expect('operator', ':');
      node = { kind: 'conditional', test: node, yes, no: this.expression(0), at };
    }
    return node;
  }

  protected primary(): Node {
    const { kind, text, at } = this.tokens.current;
    const unary = kind === 'operator' ? UNARY_OPERATORS.get(text) : undefined;
    if (unary !== undefined) {
      this.tokens.next();
      return this.postfix({ kind: 'unary', operator: text, operand: this.expression(unary), at });
    }
    if (this.tokens.accept('bracket', '(')) {
      const inner = this.expression(0);
      this.tokens.expect('bracket', ')');
      return this.postfix(inner);
    }
    if (kind === 'operator' && (text === '#' || text === '.')) {
      if (this.closures === 0) throw new ConditionError(`${text} stands for an item, as in all(result, {# < 1}), and this is no such place`, at);
      const name = this.tokens.accept('operator', '#') && this.tokens.is('identifier') ? this.tokens.next().text : '';
      return this.postfix({ kind: 'pointer', name, at });
    }
    return this.secondary();
  }

  private secondary(): Node {
    const token = this.tokens.current;
    const { kind, text, at } = token;
    switch (kind) {
      case 'identifier':
        this.tokens.next();
        // Upstream reads nothing after these, so `nil.x` and `true[0]` are errors.
        if (text === 'true' || text === 'false') return { kind: 'bool', value: text === 'true', at };
        if (text === 'nil') return { kind: 'nil', at };
        return this.postfix(this.tokens.is('bracket', '(') ? this.called(text, at, []) : { kind: 'identifier', name: text, at });
      case 'number':
        this.tokens.next();
        return numberLiteral(token);
      case 'string':
        this.tokens.next();
        return { kind: 'string', value: text, at };
      case 'placeholder':
        this.tokens.next();
        return this.postfix({ kind: 'placeholder', at });
      default:
        if (this.tokens.is('bracket', '[')) return this.postfix({ kind: 'array', items: this.listed('[', ']', true), at });
        if (this.tokens.is('bracket', '{')) return this.postfix(this.map());
        throw this.tokens.unexpected();
    }
  }

  /** A call of a name, with what was piped into it as the first argument. */
  protected called(name: string, at: number, piped: readonly Node[]): Node {
    if (this.builtins.predicates.has(name)) return { kind: 'builtin', name, args: this.predicateArguments(name, piped), at };
    const args = [...piped, ...this.listed('(', ')', false)];
    if (this.builtins.functions.has(name)) return { kind: 'builtin', name, args, at };
    return { kind: 'call', callee: { kind: 'identifier', name, at }, args, at };
  }

  protected pipe(value: Node): Node {
    if (!this.tokens.is('identifier')) throw this.tokens.unexpected('the name of a function');
    const { text, at } = this.tokens.next();
    return this.called(text, at, [value]);
  }

  protected predicateArguments(name: string, piped: readonly Node[]): readonly Node[] {
    this.tokens.expect('bracket', '(');
    const args = [...piped];
    if (args.length === 0) {
      args.push(this.expression(0));
      this.tokens.expect('operator', ',');
    }
    args.push(this.closure());
    if (name === 'reduce' && this.tokens.accept('operator', ',')) args.push(this.expression(0));
    this.tokens.expect('bracket', ')');
    return args;
  }

  protected closure(): Node {
    const { at } = this.tokens.current;
    const braces = this.tokens.accept('bracket', '{');
    this.closures += 1;
    const body = this.expression(0);
    this.closures -= 1;
    if (braces) this.tokens.expect('bracket', '}');
    return { kind: 'closure', body, at };
  }

  protected listed(open: string, close: string, trailingComma: boolean): Node[] {
    this.tokens.expect('bracket', open);
    const items: Node[] = [];
    while (!this.tokens.is('bracket', close)) {
      if (items.length > 0) {
        this.tokens.expect('operator', ',');
        if (trailingComma && this.tokens.is('bracket', close)) break;
      }
      items.push(this.expression(0));
    }
    this.tokens.expect('bracket', close);
    return items;
  }

  private map(): Node {
    const { at } = this.tokens.expect('bracket', '{');
    const pairs: Array<{ key: Node; value: Node }> = [];
    while (!this.tokens.is('bracket', '}')) {
      if (pairs.length > 0) {
        this.tokens.expect('operator', ',');
        if (this.tokens.is('bracket', '}')) break;
      }
      const key = this.key();
      this.tokens.expect('operator', ':');
      pairs.push({ key, value: this.expression(0) });
    }
    this.tokens.expect('bracket', '}');
    return { kind: 'map', pairs, at };
  }

  private key(): Node {
    const { kind, text, at } = this.tokens.current;
    if (kind === 'number' || kind === 'string' || kind === 'identifier') {
      this.tokens.next();
      return { kind: 'string', value: text, at };
    }
    if (this.tokens.is('bracket', '(')) return this.expression(0);
    throw this.tokens.unexpected('a key');
  }

  protected postfix(start: Node): Node {
    let node = start;
    for (;;) {
      if (this.tokens.is('placeholder')) throw new UndecidedCondition();
      if (this.tokens.is('operator', '.') || this.tokens.is('operator', '?.')) node = this.member(node);
      else if (this.tokens.is('bracket', '[')) node = this.indexed(node);
      else return node;
    }
  }

  protected member(node: Node): Node {
    const optional = this.tokens.next().text === '?.';
    const { kind, text, at } = this.tokens.current;
    if (kind !== 'identifier' && !(kind === 'operator' && /^\p{L}/u.test(text))) throw this.tokens.unexpected('the name of a field');
    this.tokens.next();
    const of = node.kind === 'chain' ? node.of : node;
    const field: Node = { kind: 'member', of, property: { kind: 'string', value: text, at }, optional, at };
    const reached: Node = this.tokens.is('bracket', '(')
      ? { kind: 'call', callee: field, args: this.listed('(', ')', false), at }
      : field;
    return optional || node.kind === 'chain' ? { kind: 'chain', of: reached, at } : reached;
  }

  protected indexed(of: Node): Node {
    const { at } = this.tokens.next();
    if (this.tokens.accept('operator', ':')) return this.sliced(of, undefined, at);
    const from = this.expression(0);
    if (this.tokens.accept('operator', ':')) return this.sliced(of, from, at);
    this.tokens.expect('bracket', ']');
    return { kind: 'member', of, property: from, optional: false, at };
  }

  private sliced(of: Node, from: Node | undefined, at: number): Node {
    const to = this.tokens.is('bracket', ']') ? undefined : this.expression(0);
    this.tokens.expect('bracket', ']');
    return { kind: 'slice', of, from, to, at };
  }
}
