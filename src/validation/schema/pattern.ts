const compiled = new Map<string, RegExp | undefined>();

/**
 * A regular expression of Go (RE2) for JavaScript, or undefined when it has no counterpart here.
 * Flags at the front become flags; `\A` and `\z` are what `^` and `$` are without the multiline flag.
 */
export function compilePattern(source: string): RegExp | undefined {
  if (!compiled.has(source)) compiled.set(source, compile(source));
  return compiled.get(source);
}

function compile(source: string): RegExp | undefined {
  const head = /^(\^?)\(\?([ims]+)\)/.exec(source);
  const flags = head?.[2] ?? '';
  const body = (head ? (head[1] ?? '') + source.slice(head[0].length) : source).replace(/\\A/g, '^').replace(/\\z/g, '$');
  if (/\[\[:|\\[pPQEC]|\(\?P|\(\?[a-zA-Z-]+[:)]/.test(body)) return undefined;
  // Escapes such as `\-` are errors with the unicode flag; without it, characters beyond U+FFFF count as two.
  return tryRegExp(body, `${flags}u`) ?? tryRegExp(body, flags);
}

function tryRegExp(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
