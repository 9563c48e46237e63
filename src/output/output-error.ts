import { printAlone } from '../manifests/uncaught';
import { readableStack } from '../manifests/user-frame';

/** Says why the output folder was left as it was, or which file could not be written. */
export class OutputError extends Error {
  public constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutputError';
    this.stack = readableStack(this);
    printAlone(this, `error: ${message}`);
    // What failed is worth a line, where we called it is not.
    if (this.cause instanceof Error) this.cause.stack = `${this.cause.name}: ${this.cause.message}`;
  }
}

/** Turns an error of the file system into one that says what was tried, why it failed and what to change. */
export function fileSystemError(action: string, file: string, error: unknown): OutputError {
  const code = (error as NodeJS.ErrnoException).code;
  const reason = REASONS[code ?? ''] ?? (error instanceof Error ? error.message : String(error));
  return new OutputError(`cannot ${action} ${file}: ${reason}`, { cause: error });
}

/** Whether an error of the file system has the code. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied (EACCES). make it and its folder readable and writable',
  EPERM: 'permission denied (EPERM). make it and its folder readable and writable',
  ENOENT: 'a folder above it is not there, or is a link to nothing (ENOENT). make it, or remove the link',
  EROFS: 'the file system is read only (EROFS). choose another output folder',
  ENOSPC: 'no space is left on the device (ENOSPC). make space and synth again',
  EDQUOT: 'the disk quota is used up (EDQUOT). make space and synth again',
  EIO: 'the disk failed (EIO). check it, then synth again',
  EMFILE: 'this process has too many files open (EMFILE). raise the limit (ulimit -n), or close files in the program',
  ENFILE: 'the machine has too many files open (ENFILE). stop what holds them, then synth again',
  ENAMETOOLONG: 'the path is too long (ENAMETOOLONG). shorten the ids or choose another output folder',
};
