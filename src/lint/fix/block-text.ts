/**
 * A text in a literal block (`|`) with other words: the lines that differ change, and keep how far they stand in. `block` is how it is
 * written, its first line with the `|` included. Undefined where lines are added or taken away, or begin otherwise.
 */
export function editedBlock(block: string, old: string, value: string): string | undefined {
  const [head, ...body] = block.split('\n');
  const [before, after] = [linesOf(old), linesOf(value)];
  if (before.length !== after.length) return undefined;
  for (const [index, line] of before.entries()) {
    const [written, put] = [body[index], after[index]!];
    if (put === line) continue;
    if (!written?.includes(line) || indentOf(line) !== indentOf(put) || line === '' || put === '') return undefined;
    body[index] = written.replace(line, () => put);
  }
  return [head, ...body].join('\n');
}

function linesOf(text: string): string[] {
  return text.replace(/\n+$/, '').split('\n');
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}
