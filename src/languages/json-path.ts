/**
 * Why the JSONPath templates of Kubernetes cannot read a text, which holds paths in braces: `{$.data.ok}`; nothing for one that they read.
 * @see staging/src/k8s.io/client-go/util/jsonpath/parser.go in kubernetes/kubernetes
 */
export function jsonPathProblem(template: string): string | undefined {
  try {
    new Reader(template).text();
    return undefined;
  } catch (error) {
    if (error instanceof JsonPathError) return error.message;
    throw error;
  }
}

class JsonPathError extends Error {}

const SLICE = /^-?\d*(?::-?\d*)?(?::-?\d*)?$/;
const COMPARISON = /^([^!<>=]+)[!<>=]+(.+?)$/;

/** One reading of one template, from its beginning to its end. */
class Reader {
  private at = 0;

  public constructor(private readonly source: string) {}

  /** What stands outside of braces is text. */
  public text(): void {
    for (let open = this.source.indexOf('{', this.at); open >= 0; open = this.source.indexOf('{', this.at)) {
      this.at = open + 1;
      this.action();
    }
  }

  private action(): void {
    let isAfterDescent = false;
    for (;;) {
      if (this.take('}')) return;
      if (this.take('[?(')) {
        this.filter();
      } else if (this.take('..')) {
        if (isAfterDescent) throw new JsonPathError('has .. after ..');
        if (/^[\p{L}\p{Nd}_]/u.test(this.rest)) {
          this.field();
        } else {
          isAfterDescent = true;
          continue;
        }
      } else {
        const isSkipped = /^[ @$]/.test(this.rest);
        this.part();
        if (isSkipped) continue;
      }
      isAfterDescent = false;
    }
  }

  private part(): void {
    const letter = String.fromCodePoint(this.source.codePointAt(this.at) ?? 10);
    if (letter === '\n' || letter === '\r') throw new JsonPathError('has a brace that is not closed');
    if (/[+\-\p{Nd}]/u.test(letter)) return this.number();
    if (/[\p{L}_]/u.test(letter)) return this.field();
    this.at += letter.length;
    switch (letter) {
      case ' ': case '@': case '$': return undefined;
      case '.': return this.field();
      case '[': return this.items();
      case '"': case '\'': return this.quoted(letter);
      default: throw new JsonPathError(`has ${letter} where a path goes on`);
    }
  }

  /** Up to what may follow a name. A backslash takes the next letter along. */
  private field(): void {
    this.at += /^(?:\\[\s\S]?|[^\\ \t\r\n.,[\]$@{}])*/.exec(this.rest)![0].length;
  }

  private number(): void {
    const text = /^[+-]?[.\p{Nd}]*/u.exec(this.rest)![0];
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) throw new JsonPathError(`has ${text}, which is no number`);
    this.at += text.length;
  }

  private items(): void {
    const text = /^([^\]\n]*)\]/.exec(this.rest)?.[1];
    if (text === undefined) throw new JsonPathError('has a [ that is not closed');
    this.at += text.length + 1;
    const parts = text === '*' ? [':'] : text.split(',');
    if (parts.length > 1) {
      for (const part of parts) new Reader(`{[${part.replace(/^ +| +$/g, '')}]}`).text();
      return;
    }
    const key = /^'([^']*)'$/.exec(parts[0]!)?.[1];
    if (key !== undefined) new Reader(`{.${key}}`).text();
    else if (!SLICE.test(parts[0]!)) throw new JsonPathError(`has [${text}], which is no index. keys are in single quotes`);
    else if (parts[0]!.split(':').includes('-')) throw new JsonPathError(`has [${text}], which is no index`);
  }

  private quoted(quote: string): void {
    const length = new RegExp(`^(?:[^${quote}\\n]|(?<=\\\\)${quote})*(?<!\\\\)${quote}`).exec(this.rest)?.[0].length;
    if (length === undefined) throw new JsonPathError('has a quote that is not closed');
    this.at += length;
  }

  private filter(): void {
    const end = this.endOfFilter();
    const text = this.source.slice(this.at, end);
    this.at = end + 1;
    if (!this.take(']')) throw new JsonPathError('has a filter that ] does not close');
    const [, left, right] = COMPARISON.exec(text) ?? [];
    for (const part of left === undefined ? [text] : [left, right!]) new Reader(`{${part}}`).text();
  }

  private endOfFilter(): number {
    let quote = '';
    let isOver = false;
    for (let i = this.at; i < this.source.length && this.source[i] !== '\n'; i++) {
      const letter = this.source[i]!;
      if (letter === ')' && (quote === '') !== isOver) return i;
      if (letter !== '"' && letter !== '\'') continue;
      if (quote === '') quote = letter;
      else if (letter === quote && this.source[i - 1] !== '\\') isOver = true;
    }
    throw new JsonPathError('has a filter that is not closed');
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private get rest(): string {
    return this.source.slice(this.at);
  }
}
