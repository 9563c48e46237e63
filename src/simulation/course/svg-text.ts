/** How wide letters are on average at most, in pixels, in whatever font without serifs there is. */
export const LETTERS = { bold: 7.6, plain: 7, small: 6.4 } as const;

/** A text broken between words, and behind hyphens where a word is longer than a line. */
export function linesOf(text: string, letters: keyof typeof LETTERS, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/(?<= )|(?<=-)/)) {
    const next = line + part;
    if (line !== '' && next.trimEnd().length * LETTERS[letters] > width) {
      lines.push(line.trimEnd());
      line = part;
    } else {
      line = next;
    }
  }
  return [...lines, line.trimEnd()];
}

/** Text as it stands in XML. */
export function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A line of text. */
export function svgText(text: string, { x, y, style = '', anchor }: {
  readonly x: number;
  readonly y: number;
  /** Its classes. */
  readonly style?: string;
  readonly anchor?: 'middle' | 'end';
}): string {
  return `<text x="${x}" y="${y}"${style === '' ? '' : ` class="${style}"`}${anchor ? ` text-anchor="${anchor}"` : ''}>${xml(text)}</text>`;
}
