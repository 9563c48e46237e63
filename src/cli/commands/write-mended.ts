import { accessSync, chmodSync, chownSync, constants, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
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

function replace(file: string, content: Buffer, shown: string): void {
  const { mode, uid, gid, nlink } = statSync(file);
  if (nlink > 1 || !stage(file, content, shown, mode, uid, gid)) writeFileSync(file, content);
  else finishFile(file, shown);
}

/** Puts the content beside the file with the rights of the file, where this user may do that. */
function stage(file: string, content: Buffer, shown: string, mode: number, uid: number, gid: number): boolean {
  const unfinished = unfinishedOf(file);
  try {
    stageFile(file, content, shown);
  } catch {
    return false;
  }
  try {
    const made = statSync(unfinished);
    if (made.uid !== uid || made.gid !== gid) chownSync(unfinished, uid, gid);
    chmodSync(unfinished, mode);
    return true;
  } catch {
    removeFile(unfinished, shown);
    return false;
  }
}

function bytesOf({ text, hasMark }: Pick<SourceFile, 'text' | 'hasMark'>): Buffer {
  return Buffer.from(`${hasMark === true ? '\uFEFF' : ''}${text}`);
}
