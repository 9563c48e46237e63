import { TemplateError } from './template-error';

/** What a token is. Text is what stands outside of `{{ }}`. */
export type TokenKind =
  | 'text' | 'left' | 'right' | 'keyword' | 'identifier' | 'field' | 'variable' | 'dot' | 'bool' | 'number' | 'char' | 'string' | 'rawString'
  | 'pipe' | 'assign' | 'declare' | 'open' | 'close' | 'sign' | 'end';

/** A word, sign or literal of a template. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
  /** Whether white space stands before it, inside of `{{ }}`. */
  readonly spaced: boolean;
}

const KEYWORDS = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'nil', 'range', 'template', 'with']);

const SPACE = /[ \t\r\n]+/y;
const LEFT_TRIM = /-(?=[ \t\r\n])/y;
const RIGHT = /(?:[ \t\r\n]-)?\}\}/y;
const WORD = /[\p{L}\p{Nd}_]+/uy;
const FIELD = /\.[\p{L}\p{Nd}_]*/uy;
const VARIABLE = /\$[\p{L}\p{Nd}_]*/uy;
const NUMBER = /[+-]?(?:0[xX][0-9a-fA-F_]*\.?[0-9a-fA-F_]*(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*|0[bB][01_]*|[0-9_]*\.?[0-9_]*(?:[eE][+-]?[0-9_]*)?)i?/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const RAW_STRING = /`[^`]*`/y;
const CHAR = /'(?:[^'\\\n]|\\[^\n])*'/y;
const SIGNS: Readonly<Record<string, TokenKind>> = { '|': 'pipe', '=': 'assign', '(': 'open', ')': 'close' };
/** What may follow a name at once. */
const TERMINATOR = /$|[ \t\r\n.,|:()]|\}\}/y;

/** Splits a template into tokens; the last one is the end. Throws TemplateError. */
export function tokensOf(source: string): Token[] {
  return new Lexer(source).all();
}

/** One reading of one template. */
class Lexer {
  private at = 0;
  private readonly tokens: Token[] = [];
  private trimNext = false;

  public constructor(private readonly source: string) {}

  public all(): Token[] {
    for (;;) {
      const left = this.source.indexOf('{{', this.at);
      const end = left < 0 ? this.source.length : left;
      const trims = left >= 0 && this.matchAt(LEFT_TRIM, left + 2) !== undefined;
      this.text(end, trims);
      if (left < 0) break;
      this.at = left + 2 + (trims ? 1 : 0);
      const comment = trims ? this.at + (this.matchAt(SPACE, this.at)?.[0] === undefined ? 0 : 1) : this.at;
      if (this.source.startsWith('/*', comment)) this.comment(comment);
      else this.action(left);
    }
    this.push('end', '', this.source.length);
    return this.tokens;
  }

  private text(end: number, trimsEnd: boolean): void {
    let text = this.source.slice(this.at, end);
    if (this.trimNext) text = text.replace(/^[ \t\r\n]+/, '');
    if (trimsEnd) text = text.replace(/[ \t\r\n]+$/, '');
    if (text !== '') this.push('text', text, this.at);
    this.trimNext = false;
    this.at = end;
  }

  private comment(start: number): void {
    const close = this.source.indexOf('*/', start + 2);
    if (close < 0) throw new TemplateError('the comment is never closed. close it with */}}', start);
    const right = this.matchAt(RIGHT, close + 2);
    if (right === undefined) throw new TemplateError('a comment has to fill its braces: {{/* ... */}}', close);
    this.trimNext = right[0].length > 2;
    this.at = close + 2 + right[0].length;
  }

  private action(left: number): void {
    this.push('left', '{{', left);
    const open: number[] = [];
    for (let spaced = false; ;) {
      const right = this.matchAt(RIGHT, this.at);
      if (right !== undefined) {
        if (open.length > 0) throw new TemplateError('the parenthesis is never closed', open.at(-1)!);
        this.push('right', '}}', this.at, spaced);
        this.trimNext = right[0].length > 2;
        this.at += right[0].length;
        return;
      }
      const space = this.space();
      if (space) {
        spaced = true;
        continue;
      }
      if (this.at >= this.source.length) throw new TemplateError('{{ is never closed. close it with }}', left);
      const token = this.token(spaced);
      if (token.kind === 'open') open.push(token.at);
      if (token.kind === 'close' && open.pop() === undefined) throw new TemplateError('the closing parenthesis has no opening one', token.at);
      spaced = false;
    }
  }

  // The space before `-}}` belongs to it.
  private space(): boolean {
    const space = this.matchAt(SPACE, this.at)?.[0];
    if (space === undefined) return false;
    const length = this.matchAt(RIGHT, this.at + space.length - 1) !== undefined ? space.length - 1 : space.length;
    this.at += length;
    return length > 0;
  }

  private token(spaced: boolean): Token {
    const { source, at } = this;
    const first = source[at]!;
    const next = source[at + 1] ?? '';
    if (first in SIGNS) return this.push(SIGNS[first]!, first, at, spaced, 1);
    if (first === ':') {
      if (next !== '=') throw new TemplateError('a colon stands only in :=, which declares a variable', at);
      return this.push('declare', ':=', at, spaced, 2);
    }
    if (first === '"') return this.literal('string', STRING, 'the string is never closed, or runs over the end of the line', spaced);
    if (first === '`') return this.literal('rawString', RAW_STRING, 'the string in backquotes is never closed', spaced);
    if (first === '\'') return this.literal('char', CHAR, 'the character is never closed. strings stand in double quotes', spaced);
    if (first === '$') return this.name('variable', VARIABLE, spaced);
    if (first === '.' && !/[0-9]/.test(next)) return this.name('field', FIELD, spaced);
    if (/[0-9+.-]/.test(first)) return this.number(spaced);
    if (this.matchAt(WORD, at)) return this.name('identifier', WORD, spaced);
    if (/[\x21-\x7e]/.test(first)) return this.push('sign', first, at, spaced, 1);
    throw new TemplateError(`${JSON.stringify(first)} is no character of a template`, at);
  }

  private literal(kind: TokenKind, pattern: RegExp, problem: string, spaced: boolean): Token {
    const text = this.matchAt(pattern, this.at)?.[0];
    if (text === undefined) throw new TemplateError(problem, this.at);
    return this.push(kind, text, this.at, spaced, text.length);
  }

  private number(spaced: boolean): Token {
    const text = this.matchAt(NUMBER, this.at)?.[0] ?? '';
    if (this.matchAt(WORD, this.at + text.length)) {
      throw new TemplateError(`${JSON.stringify(text + this.matchAt(WORD, this.at + text.length)![0])} is no number. quote it if it is text`, this.at);
    }
    return this.push('number', text, this.at, spaced, text.length);
  }

  private name(kind: TokenKind, pattern: RegExp, spaced: boolean): Token {
    const text = this.matchAt(pattern, this.at)![0];
    const end = this.at + text.length;
    if (this.matchAt(TERMINATOR, end) === undefined) {
      throw new TemplateError(`${JSON.stringify(this.source[end])} may not follow ${text}. a key with such characters is read by ` +
        'index: {{ index .map "the-key" }}', end);
    }
    return this.push(kindOf(kind, text), text, this.at, spaced, text.length);
  }

  private matchAt(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.source) ?? undefined;
  }

  private push(kind: TokenKind, text: string, at: number, spaced = false, length = 0): Token {
    const token: Token = { kind, text, at, spaced };
    this.tokens.push(token);
    this.at += length;
    return token;
  }
}

function kindOf(kind: TokenKind, text: string): TokenKind {
  if (kind === 'field') return text === '.' ? 'dot' : 'field';
  if (kind !== 'identifier') return kind;
  if (text === 'true' || text === 'false') return 'bool';
  return KEYWORDS.has(text) ? 'keyword' : 'identifier';
}
