/** Why Go refuses a regular expression (RE2). Undefined for one that it reads, and for names of classes that it may not know. */
export function goRegExpProblem(source: string): string | undefined {
  return new Reader(source).problem();
}

/** Heads of groups: with a name, or with flags and then a colon, or a parenthesis where only the flags change. */
const NAMED = /\(\?P?<\w+>/y;
const FLAGS = /\(\?[imsU]*(?:-[imsU]+)?([:)])/y;
const LOOKAROUND = /\(\?<?[=!]/y;
const COUNT = /\{(0|[1-9]\d*)(?:,(0|[1-9]\d*)?)?\}/y;
/** A class of characters by its name. */
const CLASS = /\\(?:[dDsSwW]|[pP](?:\{[^}]*\}|[^{]))/y;
/** One character: octal, hexadecimal, by its letter, or anything that is no letter and no digit. */
const CHARACTER = /\\(?:[1-7][0-7]{1,2}|0[0-7]{0,2}|x(?:[0-9A-Fa-f]{2}|\{[0-9A-Fa-f]+\})|[afnrtv]|[!-/:-@[-`{-~ \t\n])/y;
const QUOTED = /\\Q([^]*?)(?:\\E|$)/y;
const POSIX = /\[:(\^?\w*):\]/y;
const POSIX_NAMES = /^\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit)$/;

const MOST_REPEATED = 1000;

/** What stands before a sign of repetition: nothing, something, or another repetition. */
type Before = 'nothing' | 'something' | 'repetition';

/** @see regexp/syntax/parse.go in golang/go */
class Reader {
  private at = 0;
  private open = 0;
  private before: Before = 'nothing';

  public constructor(private readonly source: string) {}

  public problem(): string | undefined {
    while (this.at < this.source.length) {
      const problem = this.next();
      if (problem !== undefined) return problem;
    }
    return this.open > 0 ? 'a parenthesis is never closed' : undefined;
  }

  private next(): string | undefined {
    const character = this.source[this.at]!;
    if (character === '(') return this.group();
    if (character === '[') return this.brackets();
    if (character === '\\') return this.escape();
    if (/[*+?]/.test(character)) {
      this.at += 1;
      return this.repetition(character);
    }
    const count = character === '{' ? this.take(COUNT) : undefined;
    if (count) return this.count(count);
    this.at += 1;
    if (character === ')') {
      this.open -= 1;
      if (this.open < 0) return 'a closing parenthesis has no opening one';
    }
    this.before = character === '|' ? 'nothing' : 'something';
    return undefined;
  }

  private group(): string | undefined {
    if (this.take(LOOKAROUND)) return 'the regular expressions of Go have no lookaround';
    const flags = this.take(FLAGS);
    if (flags?.[1] === ')') {
      // What stood before the flags stands before what follows them.
      if (this.before === 'repetition') this.before = 'something';
      return undefined;
    }
    if (!flags && !this.take(NAMED)) {
      if (this.source[this.at + 1] === '?') return `a group begins with ${this.source.slice(this.at, this.at + 4)}, which Go does not know`;
      this.at += 1;
    }
    this.open += 1;
    this.before = 'nothing';
    return undefined;
  }

  private count([sign, least = '', most = least]: readonly string[]): string | undefined {
    const [low, high] = [Number(least), Number(most)];
    if (low > MOST_REPEATED || high > MOST_REPEATED) return `${sign} repeats more than ${MOST_REPEATED} times`;
    return sign!.includes(',}') || low <= high ? this.repetition(sign!) : `${sign} asks for at least ${low} and at most ${high}`;
  }

  private repetition(sign: string): string | undefined {
    if (this.before === 'repetition') return `${sign} follows another repetition`;
    if (this.before === 'nothing') return `nothing stands before ${sign} that it could repeat`;
    if (this.source[this.at] === '?') this.at += 1;
    this.before = 'repetition';
    return undefined;
  }

  private escape(): string | undefined {
    const quoted = this.take(QUOTED);
    if (quoted) {
      // Of nothing that is quoted nothing can be repeated either.
      if (quoted[1] !== '' || this.before === 'repetition') this.before = 'something';
      return undefined;
    }
    this.before = 'something';
    return this.take(/\\[AbBz]/y) || this.take(CLASS) || this.take(CHARACTER) ? undefined : this.noEscape();
  }

  private noEscape(): string {
    const next = this.source.slice(this.at + 1, this.at + 2);
    if (next === '') return 'it ends with a backslash';
    return /[1-9]/.test(next) ? 'the regular expressions of Go have no back-references' : `Go does not know \\${next}`;
  }

  private brackets(): string | undefined {
    this.at += this.source[this.at + 1] === '^' ? 2 : 1;
    this.before = 'something';
    for (let first = true; first || this.source[this.at] !== ']'; first = false) {
      if (this.at >= this.source.length) return 'a bracket is never closed';
      const named = this.take(POSIX);
      if (named && !POSIX_NAMES.test(named[1] ?? '')) return `Go does not know the class ${named[0]}`;
      if (named || this.take(CLASS)) continue;
      const low = this.character();
      if (low === undefined) return this.noEscape();
      if (this.source[this.at] !== '-' || this.source[this.at + 1] === ']' || this.at + 1 >= this.source.length) continue;
      this.at += 1;
      const high = this.character();
      if (high === undefined) return this.noEscape();
      if (low.length === 1 && high.length === 1 && high < low) return `the range ${low}-${high} runs backwards`;
    }
    this.at += 1;
    return undefined;
  }

  /** The next character within brackets, as it is written; undefined for an escape that Go does not know. */
  private character(): string | undefined {
    if (this.source[this.at] === '\\') return this.take(CHARACTER)?.[0];
    const character = String.fromCodePoint(this.source.codePointAt(this.at)!);
    this.at += character.length;
    return character;
  }

  private take(pattern: RegExp): readonly string[] | undefined {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.source) ?? undefined;
    this.at += taken?.[0].length ?? 0;
    return taken;
  }
}
