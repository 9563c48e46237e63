import { regexpSteps } from './regexp-steps';

const compiled = new Map<string, RegExp | undefined>();

/** What Go calls classes of characters within brackets, for ASCII as there. */
const POSIX: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z', alpha: 'A-Za-z', ascii: '\\x00-\\x7f', blank: '\\t ', digit: '0-9', lower: 'a-z', punct: '!-\\/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ', upper: 'A-Z', word: '0-9A-Za-z_', xdigit: '0-9A-Fa-f',
};

/** The most steps of a match, which is then well below a second. */
const MOST_STEPS = 1e8;

/** A regular expression of Go (RE2) for JavaScript, or undefined where it has no counterpart here, or might take for ever. */
export function goRegExp(source: string): RegExp | undefined {
  if (!compiled.has(source)) compiled.set(source, compile(source));
  return compiled.get(source);
}

/** Whether a regular expression matches anywhere in a text; undefined where only Go can tell in good time. */
export function goMatches(source: string, text: string): boolean | undefined {
  return mayTakeForEver(source, text) ? undefined : goRegExp(source)?.test(text);
}

/** Whether a regular expression may be too much for JavaScript on this text, though not for Go. */
export function mayTakeForEver(source: string, text: string): boolean {
  return regexpSteps(source, text.length) > MOST_STEPS;
}

function compile(source: string): RegExp | undefined {
  // Texts may be longer, but an expression that is too much for a word is too much for any.
  if (regexpSteps(source, 20) > MOST_STEPS) return undefined;
  const head = /^\(\?([ims]+)\)/.exec(source);
  const flags = head?.[1] ?? '';
  const body = source.slice(head?.[0].length ?? 0)
    .replace(/\\A/g, '^').replace(/\\z/g, '$').replace(/\(\?P</g, '(?<')
    .replace(/\[:(\^?)(\w+):\]/g, (whole, not: string, name: string) => (not ? whole : POSIX[name] ?? whole));
  if (/\[\[:|\\[QEC]|\(\?[a-zA-Z-]+[:)]/.test(body)) return undefined;
  return tryRegExp(body, `${flags}u`) ?? tryRegExp(body, flags);
}

function tryRegExp(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
