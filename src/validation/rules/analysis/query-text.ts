const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** A query with one letter in the place of each argument: what the argument will be is not known. */
export function withoutArguments(query: string): string {
  return query.replace(/\{\{.*?\}\}/gs, 'x');
}

/** A query with nothing in its quotes. */
export function withoutTexts(query: string): string {
  return query.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/gs, '""');
}

/**
 * Why the brackets of a query do not fit together. What stands in quotes is not looked at, and nothing is said of a query with comments or
 * with regular expressions outside of quotes, where a bracket may stand alone.
 */
export function bracketProblem(query: string): string | undefined {
  const plain = withoutTexts(withoutArguments(query));
  if (/["'`]/.test(plain.replaceAll('""', '')) || /--|\/\/|\/\*|#|=~|!~/.test(plain)) return undefined;
  const open: string[] = [];
  for (const letter of plain.match(/[()[\]{}]/g) ?? []) {
    if (CLOSERS[letter] !== undefined) {
      open.push(letter);
      continue;
    }
    const opener = open.pop();
    if (opener === undefined) return `has a ${letter} that nothing opens`;
    if (CLOSERS[opener] !== letter) return `has a ${opener} that is closed by ${letter}`;
  }
  return open.length === 0 ? undefined : `has a ${open.at(-1)!} that is not closed`;
}

/** The names in a formula that stand for values: no functions, no numbers, nothing in quotes. */
export function valuesIn(formula: string): string[] {
  const plain = withoutTexts(formula).replace(/\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/gi, '0');
  return [...plain.matchAll(/[A-Za-z_]\w*(?!\w)(?!\s*\()/g)].map(([name]) => name);
}
