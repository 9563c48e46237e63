import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder, removeEmptyFolder, statPlain } from './disk';
import { fileSystemError, OutputError } from './output-error';

/** The output folder and what is known of the folders in it, so that each is looked at once. */
export class OutputFolder {
  private readonly root: string;
  private readonly present = new Map<string, boolean>();
  private readonly writable = new Set<string>();

  /** @param outdir as the user names it, which is how messages name it */
  public constructor(private readonly outdir: string) {
    this.root = resolve(outdir);
    const stats = this.rootStats();
    if (stats && !stats.isDirectory()) throw new OutputError(`${outdir} is a file; a folder is wanted. choose another output folder`);
    this.present.set('', stats !== undefined);
  }

  /** Where a path is in the file system. */
  public at(path: string): string {
    return join(this.root, path);
  }

  /** A path as messages show it. */
  public shown(path: string): string {
    return path === '' ? this.outdir : `${this.outdir}/${path}`;
  }

  /**
   * Whether a folder exists.
   *
   * @throws OutputError when something else has its name, or that of a folder above it: a symbolic link could lead outside
   */
  public has(folder: string): boolean {
    const known = this.present.get(folder);
    if (known !== undefined) return known;
    let found = false;
    if (this.has(parentOf(folder))) {
      const stats = statPlain(this.at(folder), this.shown(folder));
      if (stats?.isSymbolicLink()) {
        throw new OutputError(`${this.shown(folder)} is a symbolic link, which may lead out of ${this.outdir}; a folder is wanted. move the link away`);
      }
      if (stats && !stats.isDirectory()) throw new OutputError(`${this.shown(folder)} is a file; a folder is wanted. move the file away`);
      found = stats !== undefined;
    }
    this.present.set(folder, found);
    return found;
  }

  /** Refuses a folder in which, or in the first existing one above which, nothing may be made or removed. */
  public checkWritable(folder: string): void {
    if (this.writable.has(folder)) return;
    this.writable.add(folder);
    if (!this.has(folder)) {
      if (folder !== '') this.checkWritable(parentOf(folder));
      return;
    }
    try {
      accessSync(this.at(folder), constants.W_OK | constants.X_OK);
    } catch (error) {
      throw fileSystemError('write to the folder', this.shown(folder), error);
    }
  }

  /** Makes a folder unless it exists. */
  public make(folder: string): void {
    if (this.has(folder)) return;
    makeFolder(this.at(folder), this.shown(folder));
    for (let made = folder; !this.present.get(made); made = parentOf(made)) this.present.set(made, true);
  }

  /** Removes folders that became empty, from the given one upwards. The output folder itself stays. */
  public prune(folder: string): void {
    for (let next = folder; next !== '' && this.has(next) && removeEmptyFolder(this.at(next)); next = parentOf(next)) this.present.set(next, false);
  }

  /** The output folder itself may be a link: the user chose it. */
  private rootStats(): Stats | undefined {
    try {
      return statSync(this.root, { throwIfNoEntry: false });
    } catch (error) {
      throw fileSystemError('read the folder', this.outdir, error);
    }
  }
}

/** The folder of a path, `''` for the output folder itself. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
