import { ConditionError } from './condition-error';
import type { Token } from './tokens';

/** What is meant by signs that the language does not have, or reads otherwise. */
const MEANT: Readonly<Record<string, string>> = {
  '=': 'write == to compare',
  '&': 'write && or and',
  '|': 'write || or or; one | pipes a value into a function',
  'AND': 'write and, or &&',
  'OR': 'write or, or ||',
  'NOT': 'write not, or !',
  '>': 'write != for unequal, >= for at least',
  'is': 'write ==',
  '%': 'for a share write 0.05; % is the rest of a division of whole numbers',
};

/** Goes through the tokens of a condition. */
export class TokenReader {
  private index = 0;

  public constructor(private readonly tokens: readonly Token[]) {}

  public get current(): Token {
    return this.tokens[this.index]!;
  }

  /** The token after the current one. */
  public get after(): Token {
    return this.tokens[this.index + 1] ?? this.current;
  }

  public is(kind: Token['kind'], text?: string): boolean {
    return this.current.kind === kind && (text === undefined || this.current.text === text);
  }

  /** The current token, and goes on to the next one. */
  public next(): Token {
    const token = this.current;
    if (token.kind === 'end') throw new ConditionError('it ends too early', token.at);
    this.index += 1;
    return token;
  }

  public expect(kind: Token['kind'], text: string): Token {
    if (!this.is(kind, text)) throw this.unexpected(text);
    return this.next();
  }

  /** Goes on if the current token is this one. */
  public accept(kind: Token['kind'], text: string): boolean {
    if (!this.is(kind, text)) return false;
    this.index += 1;
    return true;
  }

  public unexpected(wanted?: string): ConditionError {
    const { kind, text, at } = this.current;
    const hint = this.hint() ?? (wanted && `${JSON.stringify(wanted)} was expected`);
    const shown = kind === 'string' ? `the string ${JSON.stringify(text)}` : JSON.stringify(text);
    const problem = kind === 'end' ? 'it ends too early' : `unexpected ${shown}`;
    return new ConditionError(hint ? `${problem}. ${hint}` : problem, at);
  }

  private hint(): string | undefined {
    const { kind, text } = this.current;
    if ((kind === 'operator' || kind === 'identifier') && Object.hasOwn(MEANT, text)) return MEANT[text];
    // What is pipe or `%` to the language is noticed late.
    const sign = this.tokens.slice(0, this.index).reverse().find((token) => token.kind === 'operator');
    return sign && ['|', '&', '%'].includes(sign.text) ? MEANT[sign.text] : undefined;
  }
}
