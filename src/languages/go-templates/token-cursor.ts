import { TemplateError } from './template-error';
import type { Token, TokenKind } from './tokens';

/** Where the reading of a template has come to. */
export class TokenCursor {
  private index = 0;

  public constructor(private readonly tokens: readonly Token[]) {}

  /** The token that is read next. */
  public get current(): Token {
    return this.tokens[this.index]!;
  }

  /** The token behind the current one; the end has itself behind it. */
  public get after(): Token {
    return this.tokens[this.index + 1] ?? this.current;
  }

  /** The token that was read last. */
  public get before(): Token {
    return this.tokens[this.index - 1] ?? this.current;
  }

  /** Whether the current token is of the kind, and has the text. */
  public is(kind: TokenKind, text?: string): boolean {
    return this.current.kind === kind && (text === undefined || this.current.text === text);
  }

  /** Takes the current token. */
  public next(): Token {
    return this.tokens[this.index++]!;
  }

  /** Takes the current token if it is of the kind. */
  public accept(kind: TokenKind): boolean {
    if (!this.is(kind)) return false;
    this.index += 1;
    return true;
  }

  /** Takes the current token, which has to be of the kind. */
  public expect(kind: TokenKind, wanted: string): Token {
    if (!this.is(kind)) throw this.unexpected(wanted);
    return this.next();
  }

  /** What to say of the current token where something else was wanted. */
  public unexpected(wanted: string): TemplateError {
    const { kind, text, at } = this.current;
    const got = kind === 'end' ? 'the template ends here' : kind === 'right' ? 'the braces close here' : `${JSON.stringify(text)} stands here`;
    return new TemplateError(`${got}, and what is wanted is ${wanted}`, at);
  }
}
