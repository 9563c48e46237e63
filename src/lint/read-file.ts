import { readFileSync, statSync } from 'node:fs';
import { reasonOfCode } from './find-files';
import { absolute, shownPath } from './input-path';
import type { InputProblem } from './input-problem';
import type { SourceFile } from './source-document';

/** Larger than everything that a cluster takes in one piece, and than what most repositories hold. */
const LARGEST = 32 * 1024 * 1024;

/** The text of a file, or why it cannot be read. */
export function readFile(path: string, cwd: string): SourceFile | InputProblem {
  const shown = shownPath(path, cwd);
  const full = absolute(path, cwd);
  try {
    const { size } = statSync(full);
    if (size > LARGEST) return tooLarge(shown, size);
    const read = textOf(readFileSync(full), shown);
    return 'text' in read ? { ...read, absolute: full } : read;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { file: shown, message: reasonOfCode(code, message) };
  }
}

/** The text of what came in, such as by stdin. */
export function textOf(bytes: Buffer, path: string): SourceFile | InputProblem {
  if (bytes.length > LARGEST) return tooLarge(path, bytes.length);
  if (bytes.includes(0)) return { file: path, message: 'it is binary, or text of another encoding than UTF-8' };
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { file: path, message: 'it is no text in UTF-8' };
  }
}

function tooLarge(file: string, size: number): InputProblem {
  return { file, message: `it has ${Math.ceil(size / 1024 / 1024)} MB, and files of up to ${LARGEST / 1024 / 1024} MB are read. split it, or ignore it` };
}
