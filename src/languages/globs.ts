import { type CharacterTest, GlobProgram } from './glob-program';

/** A pattern that was read: a test of texts, or why Go refuses the pattern. */
type Compiled = GlobProgram | { readonly problem: string };

/**
 * Whether a text fits a glob as Argo CD reads it in projects, sync windows and RBAC. A glob that does not compile fits nothing, as
 * upstream. `*` and `?` stop at the separators, `**` does not; without separators `*` passes over everything.
 *
 * A leading `!` has no meaning here: where it denies, it is the project that says so. The library misses texts when alternatives
 * without and with a fixed length stand beside something else, as in `shop-{a*,b}`; this answers what it documents.
 *
 * @see github.com/gobwas/glob, util/glob/glob.go in argoproj/argo-cd
 */
export function matchesGlob(glob: string, text: string, separators = ''): boolean {
  return fits(compileGlob(glob, separators), text);
}

/** Why a glob does not compile, after "which has": `no end of the class [`. Undefined for one that does. */
export function globProblem(glob: string): string | undefined {
  return problemIn(compileGlob(glob, ''));
}

/** Whether a text fits a pattern of Go's `path.Match`, as in the resource lists of projects: `*` and `?` stop at slashes; no braces. */
export function matchesPathPattern(pattern: string, text: string): boolean {
  return fits(compilePathPattern(pattern), text);
}

/** Why Go's `path.Match` refuses a pattern, after "which has". Undefined for one that it reads. */
export function pathPatternProblem(pattern: string): string | undefined {
  return problemIn(compilePathPattern(pattern));
}

function fits(compiled: Compiled, text: string): boolean {
  return compiled instanceof GlobProgram && compiled.fits(text);
}

function problemIn(compiled: Compiled): string | undefined {
  return 'problem' in compiled ? compiled.problem : undefined;
}

/** Rules ask for the same few patterns again with every Application. */
const known = new Map<string, Compiled>();
const MOST_KNOWN = 10_000;

function remembered(key: string, compile: () => Compiled): Compiled {
  let compiled = known.get(key);
  if (!compiled) {
    if (known.size >= MOST_KNOWN) known.clear();
    compiled = compile();
    known.set(key, compiled);
  }
  return compiled;
}

const NO_END_OF_CLASS = { problem: 'no end of the class that [ begins' };

function compileGlob(glob: string, separators: string): Compiled {
  return remembered(`${separators}\n${glob}`, () => {
    const notSeparator: CharacterTest = (character) => !separators.includes(character);
    const characters = [...glob];
    const program = new GlobProgram();
    for (let i = 0; i < characters.length; i++) {
      const character = characters[i]!;
      if (character === '*') {
        const all = characters[i + 1] === '*';
        if (all) i++;
        program.any(all ? anything : notSeparator);
      } else if (character === '?') {
        program.one(notSeparator);
      } else if (character === '[') {
        const found = globClass(characters, i + 1);
        if ('problem' in found) return found;
        program.one(classTest(found.source));
        i = found.end;
      } else if (character === '{') {
        program.begin();
      } else if (program.depth > 0 && character === '}') {
        program.end();
      } else if (program.depth > 0 && character === ',') {
        program.otherwise();
      } else if (character === '\\') {
        // At the very end it stands for nothing.
        i++;
        if (i < characters.length) program.one(exactly(characters[i]!));
      } else {
        program.one(exactly(character));
      }
    }
    // A brace that nothing closes reaches to the end, and the library panics when nothing is there.
    if (program.isAtStart) return { problem: 'nothing behind the last {' };
    while (program.depth > 0) program.end();
    return program;
  });
}

const anything: CharacterTest = () => true;
const noSlash: CharacterTest = (character) => character !== '/';

function exactly(wanted: string): CharacterTest {
  return (character) => character === wanted;
}

function classTest(source: string): CharacterTest {
  const expression = new RegExp(`^${source}$`, 'su');
  return (character) => expression.test(character);
}

type CharacterClass = { readonly source: string; readonly end: number } | { readonly problem: string };

/** A class is one range, `[a-z]`, or a list of characters, `[abc]`: never several ranges. */
function globClass(characters: readonly string[], start: number): CharacterClass {
  const not = characters[start] === '!';
  const first = not ? start + 1 : start;
  // In `[!-a]` the exclamation mark is what denies, and the hyphen a character.
  if (characters[first + 1] === '-' && characters[first] !== undefined) {
    const [low = '', high, close] = [characters[first], characters[first + 2], characters[first + 3]];
    if (high === undefined || close === undefined) return NO_END_OF_CLASS;
    if (close !== ']') return { problem: `more than the range ${low}-${high} in a class` };
    if (high < low) return { problem: `the range ${low}-${high}, which runs backwards` };
    return { source: `[${not ? '^' : ''}${quotedInClass(low)}-${quotedInClass(high)}]`, end: first + 3 };
  }
  let source = '';
  for (let i = first; i < characters.length; i++) {
    if (characters[i] === ']') return source === '' ? { problem: 'an empty class' } : { source: `[${not ? '^' : ''}${source}]`, end: i };
    if (characters[i] === '\\') i++;
    source += quotedInClass(characters[i] ?? '');
  }
  return NO_END_OF_CLASS;
}

function compilePathPattern(pattern: string): Compiled {
  return remembered(`path\n${pattern}`, () => {
    const characters = [...pattern];
    const program = new GlobProgram();
    for (let i = 0; i < characters.length; i++) {
      const character = characters[i]!;
      if (character === '*') {
        program.any(noSlash);
      } else if (character === '?') {
        program.one(noSlash);
      } else if (character === '[') {
        const found = pathClass(characters, i + 1);
        if ('problem' in found) return found;
        program.one(classTest(found.source));
        i = found.end;
      } else if (character === '\\') {
        i++;
        if (i === characters.length) return { problem: 'a backslash with nothing behind it' };
        program.one(exactly(characters[i]!));
      } else {
        program.one(exactly(character));
      }
    }
    return program;
  });
}

/** A class has any number of characters and ranges; `^` denies. */
function pathClass(characters: readonly string[], start: number): CharacterClass {
  const not = characters[start] === '^';
  const parts: string[] = [];
  let i = not ? start + 1 : start;
  const next = (): string | undefined => {
    const escaped = characters[i] === '\\';
    if (escaped) i++;
    const character = characters[i];
    i++;
    return escaped || (character !== '-' && character !== ']') ? character : undefined;
  };
  while (characters[i] !== ']' || parts.length === 0) {
    const end = characters.length;
    const low = next();
    if (low === undefined) return i >= end ? NO_END_OF_CLASS : { problem: 'a class with a - or ] that is not escaped' };
    let high: string | undefined = low;
    if (characters[i] === '-') {
      i++;
      high = next();
      if (high === undefined) return i >= end ? NO_END_OF_CLASS : { problem: 'a range without an end' };
    }
    if (i >= end) return NO_END_OF_CLASS;
    // A range that runs backwards holds nothing.
    parts.push(low <= high ? `${quotedInClass(low)}-${quotedInClass(high)}` : '');
  }
  const inside = parts.join('');
  if (inside === '') return { source: not ? '.' : '(?!)', end: i };
  return { source: `[${not ? '^' : ''}${inside}]`, end: i };
}

/** A character as it stands inside of brackets. */
function quotedInClass(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
