import { ConditionError, UndecidedCondition } from '../conditions/condition-error';
import { BINARY_OPERATORS } from '../conditions/operators';
import { Parser } from '../conditions/parser';
import { refuseLong } from '../conditions/size-limits';
import { TokenReader } from '../conditions/token-reader';
import { tokensOf } from '../conditions/tokens';
import type { Node } from '../conditions/tree';
import { BARE_PREDICATES, TRIGGER_BUILTINS } from './builtins';

const COMPARISONS = ['<', '>', '<=', '>='];
const NEGATABLE = ['contains', 'matches', 'startsWith', 'endsWith', 'in'];

/**
 * Reads an expression as expr 1.17.8 does. Throws ConditionError, and UndecidedCondition for what is only in newer versions and rarely
 * seen: sequences, `if`, `::` and bytes.
 */
export function parseTriggerExpression(source: string): Node {
  try {
    const root = new TriggerParser(new TokenReader(tokensOf(source, true)), TRIGGER_BUILTINS).whole();
    refuseLong(root);
    return root;
  } catch (error) {
    if (error instanceof ConditionError && /::|;|\bif\b|\b[bB]["']|\\u\{/.test(source)) throw new UndecidedCondition();
    throw error;
  }
}

/** What newer versions of expr read otherwise. */
class TriggerParser extends Parser {
  protected override operation(precedence: number): Node {
    if (precedence === 0 && this.tokens.is('operator', 'let')) return this.declaration();
    let left = this.primary();
    let previous = '';
    while (this.tokens.is('operator')) {
      const not = this.negation(precedence);
      if (not === 'too loose') break;
      const sign = this.tokens.current;
      const operator = BINARY_OPERATORS.get(sign.text);
      if (!operator || operator.precedence < precedence) break;
      this.tokens.next();
      if (sign.text === '|') {
        left = this.pipe(left);
      } else {
        if (previous === '??' && sign.text !== '??') {
          throw new ConditionError(`${sign.text} and ?? do not mix. put one of them in parentheses`, sign.at);
        }
        if (COMPARISONS.includes(sign.text)) {
          left = this.comparisons(left, sign.text, sign.at, operator.precedence);
        } else {
          const right = this.expression(operator.precedence + (operator.rightToLeft ? 0 : 1));
          left = { kind: 'binary', operator: sign.text, left, right, at: sign.at };
        }
        if (not !== undefined) left = { kind: 'unary', operator: 'not', operand: left, at: not };
      }
      previous = sign.text;
    }
    return precedence === 0 ? this.conditional(left) : left;
  }

  // `not in`, `not matches` and the like: where the `not` stands, if there is one here.
  private negation(precedence: number): number | 'too loose' | undefined {
    if (!this.tokens.is('operator', 'not')) return undefined;
    const operator = this.tokens.after;
    if (operator.kind !== 'operator' || !NEGATABLE.includes(operator.text)) {
      throw new ConditionError(`not stands before in, matches, contains, startsWith or endsWith here, and ${JSON.stringify(operator.text)} follows. write != for unequal`, operator.at);
    }
    if (BINARY_OPERATORS.get(operator.text)!.precedence < precedence) return 'too loose';
    return this.tokens.next().at;
  }

  // `1 < x < 3` is `1 < x && x < 3`.
  private comparisons(first: Node, operator: string, at: number, precedence: number): Node {
    let root: Node | undefined;
    let [left, sign, place] = [first, operator, at];
    for (;;) {
      const right = this.expression(precedence + 1);
      const one: Node = { kind: 'binary', operator: sign, left, right, at: place };
      root = root ? { kind: 'binary', operator: '&&', left: root, right: one, at: place } : one;
      if (!this.tokens.is('operator') || !COMPARISONS.includes(this.tokens.current.text)) return root;
      [left, sign, place] = [right, this.tokens.current.text, this.tokens.current.at];
      this.tokens.next();
    }
  }

  protected override predicateArguments(name: string, piped: readonly Node[]): readonly Node[] {
    this.tokens.expect('bracket', '(');
    const args = [...piped];
    if (args.length === 0) {
      args.push(this.expression(0));
      if (BARE_PREDICATES.has(name) && this.tokens.accept('bracket', ')')) return args;
      this.tokens.expect('operator', ',');
    }
    if (BARE_PREDICATES.has(name) && this.tokens.accept('bracket', ')')) return args;
    args.push(this.closure());
    if ((name === 'reduce' || name === 'sortBy') && this.tokens.accept('operator', ',') && !this.tokens.is('bracket', ')')) args.push(this.expression(0));
    this.tokens.accept('operator', ',');
    this.tokens.expect('bracket', ')');
    return args;
  }

  protected override listed(open: string, close: string): Node[] {
    return super.listed(open, close, true);
  }

  protected override member(node: Node): Node {
    if (!this.tokens.is('operator', '?.') || this.tokens.after.text !== '[' || this.tokens.after.kind !== 'bracket') return super.member(node);
    this.tokens.next();
    const indexed = this.indexed(node);
    return indexed.kind === 'member' ? { kind: 'chain', of: { ...indexed, optional: true }, at: indexed.at } : indexed;
  }
}
