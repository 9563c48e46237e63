import type * as differ from 'diff';

/** The lines that differ, in what surrounds them. */
export function textDifference(wanted: string, got: string): string {
  // A test that passes compares nothing.
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = require('diff') as typeof differ;
  return createTwoFilesPatch('wanted', 'got', `${wanted}\n`, `${got}\n`, undefined, undefined, { headerOptions: FILE_HEADERS_ONLY }).trimEnd();
}

/** A text as it was meant: without the indentation that all lines share, empty lines around it and spaces at ends of lines. */
export function unindented(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const depths = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const depth = depths.length > 0 ? Math.min(...depths) : 0;
  return lines.map((line) => line.slice(depth)).join('\n').replace(/^\n+|\n+$/g, '');
}
