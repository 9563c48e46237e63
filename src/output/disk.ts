import {
  closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmdirSync, type Stats, unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileSystemError, hasCode, OutputError } from './output-error';
import { UNFINISHED } from './portable-path';

/** Windows has no such flag; symbolic links are rare there. */
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

/** A named pipe that nobody writes into would be waited for. Windows has no such flag, and no such files. */
const NO_WAITING = constants.O_NONBLOCK ?? 0;

/** The bytes of a plain file, undefined when there is none. A symbolic link is refused: it may lead anywhere. */
export function readPlain(file: string, shown: string): Buffer | undefined {
  const odd = (): OutputError => new OutputError(`${shown} is a named pipe, a socket or a device; a plain file is wanted. move it away`);
  try {
    return withOpen(file, constants.O_RDONLY | NO_WAITING, (descriptor) => {
      const stats = fstatSync(descriptor);
      if (!stats.isFile() && !stats.isDirectory()) throw odd();
      return readFileSync(descriptor);
    });
  } catch (error) {
    if (error instanceof OutputError) throw error;
    if (hasCode(error, 'ENOENT')) return undefined;
    if (hasCode(error, 'ENXIO', 'ENODEV')) throw odd();
    if (hasCode(error, 'ELOOP', 'EMLINK')) throw new OutputError(`${shown} is a symbolic link; a plain file is wanted. move the link away`);
    if (hasCode(error, 'EISDIR')) throw new OutputError(`${shown} is a folder; a file is wanted. move the folder away`);
    throw fileSystemError('read', shown, error);
  }
}

/** Replaces a file in one step: whoever reads it, at whatever moment, finds the old content or the new. */
export function replaceFile(file: string, content: string | Buffer, shown: string): void {
  stageFile(file, content, shown);
  finishFile(file, shown);
}

/** Puts the content of a file beside it. Everything that needs space happens here. */
export function stageFile(file: string, content: string | Buffer, shown: string): void {
  const unfinished = unfinishedOf(file);
  try {
    writeNew(unfinished, content, shown);
  } catch (error) {
    const failure = error instanceof OutputError ? error : fileSystemError('write', shown, error);
    removeFile(unfinished, shown);
    throw failure;
  }
}

/** Gives a file the content that is beside it. */
export function finishFile(file: string, shown: string): void {
  const unfinished = unfinishedOf(file);
  try {
    renameSync(unfinished, file);
  } catch (error) {
    const failure = fileSystemError('write', shown, error);
    removeFile(unfinished, shown);
    throw failure;
  }
}

/** Where the content of a file is put before it takes the file's name. Always the same, so that a later run finds it. */
export function unfinishedOf(file: string): string {
  return join(dirname(file), `.${basename(file)}${UNFINISHED}`);
}

/** Removes a file; says whether there was one. */
export function removeFile(file: string, shown: string): boolean {
  try {
    unlinkSync(file);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw fileSystemError('remove', shown, error);
  }
}

/** How often a folder is tried to be made, while others remove those above it. */
const MOST_TRIES = 20;

/** Makes a folder and those above it. Another process may remove one of these meanwhile, when nothing is in it yet. */
export function makeFolder(folder: string, shown: string): void {
  for (let tries = 1; ; tries++) {
    try {
      mkdirSync(folder, { recursive: true });
      return;
    } catch (error) {
      if (!hasCode(error, 'ENOENT') || tries === MOST_TRIES) throw fileSystemError('make the folder', shown, error);
    }
  }
}

/** Removes a folder when nothing is in it; says whether it is gone. */
export function removeEmptyFolder(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    // Some systems say EEXIST for a folder with content. One that cannot be removed stays: it does no harm.
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EACCES', 'EPERM', 'EBUSY', 'ENOTDIR')) return false;
    if (hasCode(error, 'ENOENT')) return true;
    throw fileSystemError('remove the folder', folder, error);
  }
}

/** What is at a path, itself and not what it links to. */
export function statPlain(file: string, shown: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (hasCode(error, 'ENOTDIR')) return undefined;
    throw fileSystemError('read', shown, error);
  }
}

/** Whatever has the name of an unfinished file is removed and never written into: it could be a second name of a file that is not ours. */
function writeNew(file: string, content: string | Buffer, shown: string): void {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  const write = (): void => withOpen(file, flags, (descriptor) => writeFileSync(descriptor, content));
  try {
    write();
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    removeFile(file, shown);
    write();
  }
}

function withOpen<T>(file: string, flags: number, use: (descriptor: number) => T): T {
  const descriptor = openSync(file, flags | NO_FOLLOW);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
