import { JqError } from './jq-error';
import type { Token } from './tokens';

/** Goes through the tokens of a jq expression. */
export class TokenReader {
  private index = 0;

  public constructor(private readonly tokens: readonly Token[]) {}

  public get current(): Token {
    return this.tokens[this.index]!;
  }

  public is(kind: Token['kind'], text?: string): boolean {
    return this.current.kind === kind && (text === undefined || this.current.text === text);
  }

  /** The current token, and goes on to the next one. */
  public next(): Token {
    const token = this.current;
    if (token.kind === 'end') throw this.unexpected();
    this.index += 1;
    return token;
  }

  public expect(kind: Token['kind'], text?: string): Token {
    if (!this.is(kind, text)) throw this.unexpected(text);
    return this.next();
  }

  /** Goes on if the current token is this one. */
  public accept(kind: Token['kind'], text: string): boolean {
    if (!this.is(kind, text)) return false;
    this.index += 1;
    return true;
  }

  public unexpected(wanted?: string): JqError {
    const { kind, text, at } = this.current;
    const what = kind === 'end' ? 'the expression ends too early' : `unexpected ${kind === 'index' ? `.${text}` : JSON.stringify(text)}`;
    return new JqError(wanted === undefined ? what : `${what}, where ${JSON.stringify(wanted)} was expected`, at);
  }
}
