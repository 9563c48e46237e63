import { ConditionError } from './condition-error';

const ESCAPES: Readonly<Record<string, string>> = {
  'a': '\x07', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\', '"': '"', '\'': '\'',
};
const LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads the string that starts at a quote: what it stands for, and its length with both quotes. */
export function stringLiteral(source: string, start: number): { readonly value: string; readonly length: number } {
  const quote = source[start]!;
  let value = '';
  let at = start + 1;
  while (source[at] !== quote) {
    const character = source[at];
    if (character === undefined || character === '\n') {
      throw new ConditionError(`the string is never closed. end it with ${quote} on the same line`, start);
    }
    if (character !== '\\') {
      value += character === '\r' ? '\n' : character;
      at += 1;
      continue;
    }
    const { text, length } = escape(source, at, quote);
    value += text;
    at += length;
  }
  return { value, length: at + 1 - start };
}

function escape(source: string, at: number, quote: string): { readonly text: string; readonly length: number } {
  const letter = source[at + 1] ?? '';
  const otherQuote = (letter === '"' || letter === '\'') && letter !== quote;
  if (Object.hasOwn(ESCAPES, letter) && !otherQuote) return { text: ESCAPES[letter]!, length: 2 };
  const octal = /^[0-3][0-7]{2}/.exec(source.slice(at + 1, at + 4))?.[0];
  if (octal !== undefined) return { text: character(parseInt(octal, 8)), length: 4 };
  const digits = source.slice(at + 2, at + 2 + (LENGTHS[letter] ?? 0));
  const point = /^[0-9a-fA-F]+$/.test(digits) && digits.length === LENGTHS[letter] ? parseInt(digits, 16) : undefined;
  if (point !== undefined && point <= 0x10ffff) return { text: character(point), length: 2 + digits.length };
  throw new ConditionError(`\\${letter} is no escape of a string. for a backslash, as in a regular expression, write two: \\\\${letter}`, at);
}

// Go writes the replacement character for half a surrogate pair.
function character(point: number): string {
  return point >= 0xd800 && point <= 0xdfff ? '\ufffd' : String.fromCodePoint(point);
}
