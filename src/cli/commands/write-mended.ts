import { accessSync, chmodSync, chownSync, constants, readFileSync, realpathSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { reasonOfCode } from '../../lint/find-files';
import type { SourceFile } from '../../lint/source-document';
import { finishFile, removeFile, stageFile, unfinishedOf } from '../../output/disk';
import { OutputError } from '../../output/output-error';

/**
 * Gives a file its mended text in one step; says why it cannot. The file keeps its owner and its rights, and a link stays a link.
 *
 * @param before as it was read: what has changed since then is not overwritten
 */
export function writeMended({ absolute: named, path, text, hasMark }: SourceFile, before: SourceFile): string | undefined {
  if (named === undefined) return undefined;
  try {
    const file = realpathSync(named);
    if (!readFileSync(file).equals(bytesOf(before))) return 'it has changed while it was looked at, and was left as it is. run --fix again';
    accessSync(file, constants.W_OK);
    replace(file, bytesOf({ text, hasMark }), path);
    return undefined;
  } catch (error) {
    if (error instanceof OutputError) return error.message;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'it may not be written by this user, and was left as it is';
    return reasonOfCode(code, message);
  }
}

/** A file with a second name, and one in a folder where nothing can be made, are written as they stand. */
function replace(file: string, content: Buffer, shown: string): void {
  const stats = statSync(file);
  if (stats.nlink > 1 || !isWritable(dirname(file))) return writeFileSync(file, content);
  stageFile(file, content, shown);
  if (takesRightsOf(stats, unfinishedOf(file))) return finishFile(file, shown);
  removeFile(unfinishedOf(file), shown);
  writeFileSync(file, content);
}

function takesRightsOf({ mode, uid, gid }: Stats, file: string): boolean {
  try {
    const made = statSync(file);
    if (made.uid !== uid || made.gid !== gid) chownSync(file, uid, gid);
    chmodSync(file, mode);
    return true;
  } catch {
    return false;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function bytesOf({ text, hasMark }: Pick<SourceFile, 'text' | 'hasMark'>): Buffer {
  return Buffer.from(`${hasMark === true ? '\uFEFF' : ''}${text}`);
}
