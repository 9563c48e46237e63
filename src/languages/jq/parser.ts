import { TooDeepJq } from './jq-error';
import { readObject } from './object-literal';
import { type JqReaders, readPattern, readPatterns } from './patterns';
import { namedField, readSuffixes } from './suffixes';
import { TokenReader } from './token-reader';
import { tokensOf } from './tokens';
import type { JqNode } from './tree';

/** Reads a jq expression as gojq 0.12 does. Throws JqError. */
export function parseJq(source: string): JqNode {
  const tokens = new TokenReader(tokensOf(source));
  const root = new Parser(tokens).query();
  if (!tokens.is('end')) throw tokens.unexpected();
  return root;
}

interface Operator {
  readonly binding: number;
  readonly chain: 'left' | 'right' | 'never';
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['//', { binding: 1, chain: 'right' }],
  ...operators(['=', '|=', '+=', '-=', '*=', '/=', '%=', '//='], 2, 'never'),
  ...operators(['or'], 3, 'left'),
  ...operators(['and'], 4, 'left'),
  ...operators(['==', '!=', '<', '<=', '>', '>='], 5, 'never'),
  ...operators(['+', '-'], 6, 'left'),
  ...operators(['*', '/', '%'], 7, 'left'),
]);

function operators(signs: readonly string[], binding: number, chain: Operator['chain']): Array<[string, Operator]> {
  return signs.map((sign) => [sign, { binding, chain }]);
}

/** Deeper than anybody writes, and less than the stack holds. */
const DEEPEST = 200;

/** One reading of one expression. */
class Parser implements JqReaders {
  private depth = 0;

  public constructor(private readonly tokens: TokenReader) {}

  public query(): JqNode {
    this.enter();
    let left = this.operand();
    while (this.tokens.is('sign', ',')) {
      const { at } = this.tokens.next();
      left = { kind: 'comma', left, right: this.operand(), at };
    }
    if (this.tokens.is('sign', '|')) {
      const { at } = this.tokens.next();
      left = { kind: 'pipe', left, right: this.query(), at };
    }
    this.depth -= 1;
    return left;
  }

  public expression(least = 0): JqNode {
    let left = this.term();
    let chained: Operator | undefined;
    for (;;) {
      const { kind, text, at } = this.tokens.current;
      const operator = kind === 'sign' || kind === 'keyword' ? OPERATORS.get(text) : undefined;
      if (!operator || operator.binding < least) return left;
      if (chained?.chain === 'never' && operator.binding === chained.binding) throw this.tokens.unexpected();
      this.tokens.next();
      const right = this.expression(operator.chain === 'right' ? operator.binding : operator.binding + 1);
      left = text === '//' ? { kind: 'alternative', left, right, at } : { kind: 'value', parts: [left, right], at };
      chained = operator;
    }
  }

  public string(): JqNode {
    const { kind, text, at } = this.tokens.next();
    if (kind === 'string') return { kind: 'literal', value: text, at };
    const parts: JqNode[] = [];
    while (!this.tokens.is('stringEnd')) {
      if (this.tokens.is('text')) {
        this.tokens.next();
        continue;
      }
      this.tokens.expect('queryStart');
      parts.push(this.query());
      this.tokens.expect('queryEnd');
    }
    this.tokens.next();
    return { kind: 'value', parts, at };
  }

  /** What stands between commas. Definitions, labels and variables reach as far to the right as they can. */
  private operand(): JqNode {
    if (this.tokens.is('keyword', 'def')) return this.definition();
    const { at } = this.tokens.current;
    if (this.tokens.accept('keyword', 'label')) {
      const name = this.tokens.expect('variable').text;
      this.tokens.expect('sign', '|');
      return { kind: 'label', name, body: this.query(), at };
    }
    const source = this.expression();
    if (!this.tokens.accept('keyword', 'as')) return source;
    const patterns = readPatterns(this.tokens, this);
    this.tokens.expect('sign', '|');
    return { kind: 'bind', source, patterns, body: this.query(), at };
  }

  private definition(): JqNode {
    const { at } = this.tokens.next();
    const name = this.tokens.expect('word').text;
    const parameters: string[] = [];
    if (this.tokens.accept('sign', '(')) {
      do parameters.push(this.tokens.expect(this.tokens.is('variable') ? 'variable' : 'word').text); while (this.tokens.accept('sign', ';'));
      this.tokens.expect('sign', ')');
    }
    this.tokens.expect('sign', ':');
    const body = this.query();
    this.tokens.expect('sign', ';');
    return { kind: 'define', name, parameters, body, rest: this.query(), at };
  }

  private term(): JqNode {
    this.enter();
    const term = readSuffixes(this.primary(), this.tokens, this);
    this.depth -= 1;
    return term;
  }

  private primary(): JqNode {
    const { kind, text, at } = this.tokens.current;
    if (kind === 'string' || kind === 'stringStart') return this.string();
    if (kind === 'keyword') return this.keyword();
    const { tokens } = this;
    switch (kind) {
      case 'index': tokens.next(); return { kind: 'field', of: { kind: 'identity', at }, name: text, at };
      case 'number': tokens.next(); return { kind: 'literal', value: Number(text), at };
      case 'variable': tokens.next(); return { kind: 'variable', name: text, at };
      case 'word': tokens.next(); return { kind: 'call', name: text, args: this.args(), at };
      case 'format': {
        tokens.next();
        return { kind: 'value', parts: tokens.is('string') || tokens.is('stringStart') ? [this.string()] : [], at };
      }
      default: break;
    }
    if (tokens.accept('sign', '.')) {
      const identity: JqNode = { kind: 'identity', at };
      return tokens.is('string') || tokens.is('stringStart') ? namedField(identity, this) : identity;
    }
    if (tokens.accept('sign', '..')) return { kind: 'call', name: 'recurse', args: [], at };
    if (tokens.accept('sign', '{')) return { kind: 'value', parts: readObject(tokens, this), at };
    if (tokens.accept('sign', '[')) {
      if (tokens.accept('sign', ']')) return { kind: 'value', parts: [], at };
      return { kind: 'value', parts: [this.closed(']')], at };
    }
    if (tokens.accept('sign', '+') || tokens.accept('sign', '-')) return { kind: 'value', parts: [this.term()], at };
    if (tokens.accept('sign', '(')) return this.closed(')');
    throw tokens.unexpected();
  }

  private enter(): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new TooDeepJq();
  }

  private closed(bracket: string): JqNode {
    const inner = this.query();
    this.tokens.expect('sign', bracket);
    return inner;
  }

  private args(): JqNode[] {
    const args: JqNode[] = [];
    if (!this.tokens.accept('sign', '(')) return args;
    do args.push(this.query()); while (this.tokens.accept('sign', ';'));
    this.tokens.expect('sign', ')');
    return args;
  }

  private keyword(): JqNode {
    const { text, at } = this.tokens.current;
    if (!['null', 'true', 'false', 'if', 'try', 'reduce', 'foreach', 'break'].includes(text)) throw this.tokens.unexpected();
    this.tokens.next();
    switch (text) {
      case 'if': return this.condition(at);
      case 'try': {
        const body = this.term();
        return { kind: 'try', body, handler: this.tokens.accept('keyword', 'catch') ? this.term() : undefined, at };
      }
      case 'break': return { kind: 'break', name: this.tokens.expect('variable').text, at };
      case 'reduce': return this.fold(at, 1);
      case 'foreach': return this.fold(at, 2);
      default: return { kind: 'literal', value: text === 'null' ? null : text === 'true', at };
    }
  }

  private condition(at: number): JqNode {
    const conditions = [this.query()];
    this.tokens.expect('keyword', 'then');
    const branches = [this.query()];
    while (this.tokens.accept('keyword', 'elif')) {
      conditions.push(this.query());
      this.tokens.expect('keyword', 'then');
      branches.push(this.query());
    }
    branches.push(this.tokens.accept('keyword', 'else') ? this.query() : { kind: 'identity', at });
    this.tokens.expect('keyword', 'end');
    return { kind: 'if', conditions, branches, at };
  }

  private fold(at: number, most: number): JqNode {
    const source = this.expression();
    this.tokens.expect('keyword', 'as');
    const pattern = readPattern(this.tokens, this);
    this.tokens.expect('sign', '(');
    const start = this.query();
    const steps: JqNode[] = [];
    do {
      this.tokens.expect('sign', ';');
      steps.push(this.query());
    } while (steps.length < most && this.tokens.is('sign', ';'));
    this.tokens.expect('sign', ')');
    return { kind: 'fold', source, pattern, start, steps, at };
  }
}
