import { JqError } from './jq-error';

/**
 * A word, sign or literal of a jq expression. A string without `\(...)` in it is one `string`; one with them is `stringStart`, then `text`
 * and expressions between `queryStart` and `queryEnd`, then `stringEnd`.
 */
export interface Token {
  readonly kind:
    'word' | 'keyword' | 'variable' | 'index' | 'number' | 'format' | 'sign' | 'string' | 'stringStart' | 'text' | 'queryStart' | 'queryEnd' |
    'stringEnd' | 'end';
  /** The text; of a string, what it stands for; of an index, the name of the field. */
  readonly text: string;
  readonly at: number;
}

const KEYWORDS = new Set([
  'or', 'and', 'module', 'import', 'include', 'def', 'as', 'label', 'break', 'null', 'true', 'false', 'if', 'then', 'elif', 'else', 'end',
  'try', 'catch', 'reduce', 'foreach',
]);

const BLANK = /(?:[\t\n\r ]|#(?:\\(?:[\\\n]|\r\n?)?|[^\\\n\r])*)+/y;
const WORD = /[A-Za-z_]\w*(?:::[A-Za-z_]\w*)?/y;
const VARIABLE = /\$[A-Za-z_]\w*(?:::[A-Za-z_]\w*)?/y;
const INDEX = /\.[A-Za-z_]\w*/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const FORMAT = /@\w+/y;
const SIGN = /\.\.|\/\/=|\?\/\/|\/\/|[|+\-*/%=!<>]=|[.,;:|()[\]{}?+\-*/%=<>]/y;
const CHARACTER = /[^"\\]+|\\(?:u[0-9a-fA-F]{4}|["/\\bfnrt])/y;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Splits a jq expression into tokens as gojq does; the last one is the end. */
export function tokensOf(source: string): Token[] {
  return new Lexer(source).all();
}

/** One reading of one expression. */
class Lexer {
  private readonly tokens: Token[] = [];
  private at = 0;
  /** How many parentheses are open in each string that an expression interrupts. */
  private readonly interrupted: number[] = [];

  public constructor(private readonly source: string) {}

  public all(): Token[] {
    for (;;) {
      this.take(BLANK);
      if (this.at >= this.source.length) break;
      if (this.source[this.at] === '"') this.string();
      else if (!this.closesQuery()) this.plain();
    }
    this.tokens.push({ kind: 'end', text: '', at: this.at });
    return this.tokens;
  }

  private plain(): void {
    const { at } = this;
    const word = this.take(WORD);
    if (word !== undefined) return this.push(KEYWORDS.has(word) ? 'keyword' : 'word', word, at);
    const variable = this.take(VARIABLE);
    if (variable !== undefined) return this.push('variable', variable, at);
    const index = this.take(INDEX);
    if (index !== undefined) return this.push('index', index.slice(1), at);
    const number = this.take(NUMBER);
    if (number !== undefined) {
      if (/[A-Za-z_]/.test(this.source[this.at] ?? '') || (this.source[this.at] === '.' && !/[eE]/.test(number) && number.includes('.'))) {
        throw new JqError(`${JSON.stringify(this.source.slice(at, this.at + 1))} is no number`, at);
      }
      return this.push('number', number, at);
    }
    const format = this.take(FORMAT);
    if (format !== undefined) return this.push('format', format, at);
    const sign = this.take(SIGN);
    if (sign === undefined) {
      throw new JqError(`${JSON.stringify(String.fromCodePoint(this.source.codePointAt(at)!))} is no character of the language${this.hint()}`, at);
    }
    if (sign === '(' && this.interrupted.length > 0) this.interrupted[this.interrupted.length - 1]! += 1;
    if (sign === ')' && this.interrupted.length > 0) this.interrupted[this.interrupted.length - 1]! -= 1;
    this.push('sign', sign, at);
  }

  private hint(): string {
    return this.source[this.at] === '\'' ? '. write texts in double quotes' : '';
  }

  /** The parenthesis that ends an expression inside of a string. */
  private closesQuery(): boolean {
    if (this.source[this.at] !== ')' || this.interrupted.at(-1) !== 0) return false;
    this.interrupted.pop();
    this.push('queryEnd', ')', this.at);
    this.at += 1;
    this.restOfString();
    return true;
  }

  private string(): void {
    const start = this.at;
    this.at += 1;
    const text = this.characters();
    if (this.source[this.at] === '"') {
      this.at += 1;
      return this.push('string', text, start);
    }
    this.push('stringStart', '"', start);
    this.at = start + 1;
    this.restOfString();
  }

  /** From here to the end of the string, or to the next expression in it. */
  private restOfString(): void {
    const { at } = this;
    const text = this.characters();
    if (this.at > at) this.push('text', text, at);
    if (this.source[this.at] === '"') {
      this.push('stringEnd', '"', this.at);
      this.at += 1;
      return;
    }
    this.push('queryStart', '\\(', this.at);
    this.interrupted.push(0);
    this.at += 2;
  }

  /** Characters up to a quote or to `\(`. */
  private characters(): string {
    let text = '';
    for (;;) {
      const part = this.take(CHARACTER);
      if (part === undefined) break;
      text += unescaped(part);
    }
    if (this.at >= this.source.length) throw new JqError('the string is never closed', this.at);
    if (this.source[this.at] === '\\' && this.source[this.at + 1] !== '(') {
      throw new JqError(`${this.source.slice(this.at, this.at + 2)} is no escape of a string. write \\\\ for a backslash`, this.at);
    }
    return text;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const text = pattern.exec(this.source)?.[0];
    this.at += text?.length ?? 0;
    return text;
  }

  private push(kind: Token['kind'], text: string, at: number): void {
    this.tokens.push({ kind, text, at });
  }
}

function unescaped(part: string): string {
  if (!part.startsWith('\\')) return part;
  if (part[1] === 'u') return String.fromCharCode(parseInt(part.slice(2), 16));
  return ESCAPES[part[1]!] ?? part[1]!;
}
