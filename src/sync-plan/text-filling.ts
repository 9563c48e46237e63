/** A text behind its head, broken between words so that no line is longer than `width` if its words are not. */
export function filled(head: string, text: string, width: number): string[] {
  const indent = ' '.repeat(head.length);
  const lines: string[] = [];
  let line = head;
  for (const word of text.split(' ')) {
    const next = line.trim() === '' || line === head ? `${line}${word}` : `${line} ${word}`;
    if (next.length <= width || line === head || line === indent) {
      line = next;
    } else {
      lines.push(line);
      line = `${indent}${word}`;
    }
  }
  return [...lines, line];
}
