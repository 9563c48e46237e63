/**
 * Characters that move the cursor, change colours or turn the direction of writing: C0, DEL and C1, separators of lines, marks and
 * overrides of direction. A name with one of them could hide a finding, or write one.
 */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const NEWLINE = '\n';

/** A text of somebody else on one line of a terminal. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** A text of several lines, with the further ones indented below the first. */
export function lined(text: string, indent: number): string {
  return text.split(NEWLINE).map(oneLine).join(NEWLINE + ' '.repeat(indent));
}

function escaped(character: string): string {
  return character === NEWLINE ? '\\n' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
