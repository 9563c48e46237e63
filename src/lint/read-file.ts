import { readFileSync, statSync } from 'node:fs';
import { reasonOfCode } from './find-files';
import { absolute, shownPath } from './input-path';
import type { InputProblem } from './input-problem';
import type { SourceFile } from './source-document';

/** Larger than everything that a cluster takes in one piece, and than what most repositories hold. */
export const LARGEST = 32 * 1024 * 1024;

/** What text in UTF-16 begins with, as some editors save it. */
const UTF_16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** The byte order mark of UTF-8. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The text of a file, or why it cannot be read. */
export function readFile(path: string, cwd: string): SourceFile | InputProblem {
  const shown = shownPath(path, cwd);
  const full = absolute(path, cwd);
  try {
    const stats = statSync(full);
    if (stats.size > LARGEST) return tooLarge(shown, stats.size);
    const read = textOf(readFileSync(full), shown);
    return 'text' in read && stats.isFile() ? { ...read, absolute: full } : read;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { file: shown, message: reasonOfCode(code, message) };
  }
}

/** The text of what came in, such as by stdin. */
export function textOf(bytes: Buffer, path: string): SourceFile | InputProblem {
  if (bytes.length > LARGEST) return tooLarge(path);
  if (UTF_16.some((mark) => bytes.subarray(0, 2).equals(mark))) return { file: path, message: 'it is text in UTF-16. save it in UTF-8' };
  if (bytes.includes(0)) return { file: path, message: 'it is binary, or text of another encoding than UTF-8' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { path, text, ...(bytes.subarray(0, 3).equals(MARK) && { hasMark: true }) };
  } catch {
    return { file: path, message: 'it is no text in UTF-8' };
  }
}

function tooLarge(file: string, size?: number): InputProblem {
  const has = size === undefined ? `over ${megabytes(LARGEST)}` : megabytes(size);
  return { file, message: `it has ${has} MB, and files of up to ${megabytes(LARGEST)} MB are read. split it, or ignore it` };
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
