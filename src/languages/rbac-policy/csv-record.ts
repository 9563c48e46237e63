/** One field of a line of CSV. */
export interface CsvField {
  /** Its value, without quotes. */
  readonly text: string;
  /** Whether it was written in quotes. */
  readonly quoted: boolean;
}

/** The fields of a line, or why it is no CSV. */
export type CsvRecord = { readonly fields: readonly CsvField[] } | { readonly problem: string };

/**
 * Reads one line as Go's CSV reader does for a policy: blanks before a field are left out, those behind it stay, and quotes stand
 * around a whole field or nowhere.
 *
 * @see encoding/csv in Go, loadPolicyLine of util/rbac/rbac.go in argoproj/argo-cd
 */
export function csvRecord(line: string): CsvRecord {
  const fields: CsvField[] = [];
  let rest = line;
  for (;;) {
    rest = rest.trimStart();
    if (rest.startsWith('"')) {
      const quoted = /^"((?:[^"]|"")*)"(,|$)/.exec(rest);
      if (!quoted) return { problem: 'quotes have to stand around a whole field, and are doubled inside of it' };
      fields.push({ text: quoted[1]!.replaceAll('""', '"'), quoted: true });
      if (quoted[2] === '') return { fields };
      rest = rest.slice(quoted[0].length);
      continue;
    }
    const comma = rest.indexOf(',');
    const text = comma < 0 ? rest : rest.slice(0, comma);
    if (text.includes('"')) return { problem: 'a quote stands inside of a field that does not begin with one' };
    fields.push({ text, quoted: false });
    if (comma < 0) return { fields };
    rest = rest.slice(comma + 1);
  }
}

/** Writes a field so that it is read as it is: in quotes where it has a comma, a quote, or blanks at an end. */
export function csvField(text: string): string {
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
