/**
 * Strings and numbers as YAML scalars that every reader takes for what they are. Argo CD reads YAML 1.1 (go-yaml v2 below
 * sigs.k8s.io/yaml), most editors and JavaScript tools YAML 1.2: only what means the same in both stays unquoted.
 */

/** Letters beyond ASCII that all readers allow anywhere in a plain scalar: Latin, Greek, Cyrillic, kana, Han, Hangul. */
const LETTERS = '\\u00c0-\\u02af\\u0370-\\u0482\\u048a-\\u052f\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3';

/** `e9` and `-e-12`: some readers take the digits before an exponent for optional. */
const NO_EXPONENT = '(?!-?\\.?[eE][-+]?[0-9]+$)';

/**
 * Not an indicator, a digit or a sign at the start; no `: `, no ` #`, no space at the end. A dash or a dot counts as a start
 * only before a letter (`--verbose`, `.spec.replicas`).
 */
const PLAIN = new RegExp(`^${NO_EXPONENT}(?:[A-Za-z_/$(${LETTERS}]|--?[A-Za-z]|\\.[A-Za-z])(?:[!-9;-~${LETTERS}]|:(?! |$)| (?!#|$))*$`);

/** Most strings of a manifest: a match here spares the look at each character's neighbours. */
const SIMPLE = new RegExp(`^${NO_EXPONENT}[A-Za-z/][-A-Za-z0-9_./]*$`);

/** What some reader takes for a boolean, null or a float although it starts with a letter, in any case. */
const KEYWORD = /^(?:y|n|yes|no|on|off|true|false|null|-?\.?inf|-?infinity|-?\.?nan)$/i;

/** Durations, quantities and percentages: `5m`, `1h30m`, `512Mi`, `0.5s`, `25%`. No `b`, `e`, `o`, `x` or `_`: those occur in numbers. */
const WITH_UNIT = /^(?:(?:[0-9]+(?:\.[0-9]+)?[hmsdwkKMGTPinu]+)+|[0-9]+(?:\.[0-9]+)?%)$/;

/** Control characters, and what a reviewer would not see or would see in another order: they are written as escapes. */
const HIDDEN = '\\0-\\x08\\x0b-\\x1f\\x7f-\\xa0\\xad\\u061c\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufe00-\\ufe0f\\ufeff\\ufff0-\\uffff';
const HAS_HIDDEN = new RegExp(`[${HIDDEN}]`);
const EACH_HIDDEN = new RegExp(`[${HIDDEN}]`, 'g');

/** The last line that is not empty holds only white space, or there is none. */
const ENDS_BLANK = /^\n*$|(?:^|\n)[ \t]+\n*$/;

/** Half of a surrogate pair: UTF-8 has no form for it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Readers give up looking for the `:` after a key of 1,024 characters. */
const LONGEST_SIMPLE_KEY = 1000;

/** Numbers that every reader holds exactly as an integer. */
const SAFE_INTEGER = Number.MAX_SAFE_INTEGER;

/** Thrown inside the emitter; `yaml.ts` finds out where the value is. */
export class NotRepresentable extends Error {}

/** Whether YAML cannot carry the string, because UTF-8 cannot. */
export function hasLoneSurrogate(text: string): boolean {
  return LONE_SURROGATE.test(text);
}

/** A string as a value. `line` is a newline and the indentation of the map or list which holds it; a document is held by none. */
export function stringText(text: string, line: string, isDocument = false): string {
  if (isPlain(text)) return text;
  if (LONE_SURROGATE.test(text)) throw new NotRepresentable();
  return (text.includes('\n') && literalText(text, line, isDocument)) || quotedText(text);
}

/** A mapping key with its colon. `line` is a newline and the indentation of the map. */
export function keyText(key: string, line: string): string {
  const known = KEYS.get(key);
  if (known !== undefined) return known;
  if (LONE_SURROGATE.test(key)) throw new NotRepresentable();
  const shown = isPlain(key) ? key : quotedText(key);
  if (shown.length > LONGEST_SIMPLE_KEY) return `? ${shown}${line}:`;
  if (KEYS.size >= MOST_KEYS) KEYS.clear();
  KEYS.set(key, `${shown}:`);
  return `${shown}:`;
}

/** Manifests use few different keys, again and again. */
const KEYS = new Map<string, string>();
const MOST_KEYS = 4096;

/**
 * A number that all readers hold as the same double: integers up to 2^53 in digits, larger ones as floats, exponents always with
 * a point and a sign (`1e21` and `1e+21` are strings to a YAML 1.1 reader). -0 is written as 0, as `JSON.stringify` does.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new NotRepresentable();
  if (Math.abs(value) <= SAFE_INTEGER) {
    const text = String(value);
    return text.includes('e') ? withPoint(text) : text;
  }
  return withPoint(value.toExponential());
}

function withPoint(exponential: string): string {
  return exponential.includes('.') ? exponential : exponential.replace('e', '.0e');
}

function isPlain(text: string): boolean {
  if (SIMPLE.test(text) || PLAIN.test(text)) return text.length > 9 || !KEYWORD.test(text);
  return WITH_UNIT.test(text);
}

/** A literal block, or undefined where one would not be safe. */
function literalText(text: string, line: string, isDocument: boolean): string | undefined {
  if (HAS_HIDDEN.test(text)) return undefined;
  // Readers disagree about blank text, and about text that ends with a line of white space only.
  if (ENDS_BLANK.test(text)) return undefined;
  const lines = text.split('\n');
  const ended = lines[lines.length - 1] === '';
  if (ended) lines.pop();
  const first = lines.find((content) => content !== '') ?? '';
  // A tab where the reader still guesses the indentation is an error.
  if (first.startsWith('\t')) return undefined;
  const guided = first.startsWith(' ');
  if (guided && isDocument) return undefined;
  const chomping = !ended ? '-' : lines[lines.length - 1] === '' ? '+' : '';
  let block = guided ? `|2${chomping}` : `|${chomping}`;
  for (const content of lines) block += content === '' ? '\n' : `${line}  ${content}`;
  return block;
}

function quotedText(text: string): string {
  if (!HAS_HIDDEN.test(text) && !/[\t\n']/.test(text) && /["\\]/.test(text)) return `'${text}'`;
  return JSON.stringify(text).replace(EACH_HIDDEN, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
