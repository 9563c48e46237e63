import { dirname, join, relative, sep } from 'node:path';
import { globProblem, matchesGlob } from '../languages/globs';
import { InputError } from '../manifests/input-error';

/** Files and folders that the settings name, relative to the folder of the settings. A folder stands for all that is below it. */
export class FileGlobs {
  /**
   * Those of a setting, a text or a list of texts.
   *
   * @param key the name of the setting, for messages
   */
  public static read(value: unknown, key: string, folder: string): FileGlobs {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return new FileGlobs(list.map((glob) => readGlob(glob, key)), folder);
  }

  private constructor(
    /** As they were written. */
    public readonly globs: readonly string[],
    private readonly folder: string,
  ) {}

  /** Whether a path, in full, is among them. */
  public has(path: string): boolean {
    const inside = relative(this.folder, path).split(sep).join('/');
    return this.globs.some((glob) => matchesGlob(glob, inside, '/') || `${inside}/`.startsWith(`${glob}/`));
  }

  /** The outermost folder above a file that one of them names, and which of them. */
  public folderOf(path: string): { readonly folder: string; readonly glob: string } | undefined {
    const above = relative(this.folder, dirname(path)).split(sep);
    for (let end = 1; end <= above.length; end++) {
      const folder = above.slice(0, end).join('/');
      const glob = this.globs.find((one) => matchesGlob(one, folder, '/'));
      if (glob !== undefined) return { folder: join(this.folder, folder), glob };
    }
    return undefined;
  }
}

function readGlob(glob: unknown, key: string): string {
  if (typeof glob !== 'string' || glob === '') throw new InputError(`${key} has ${JSON.stringify(glob)}; a path is wanted, such as vendor/**`);
  const problem = globProblem(glob);
  if (problem !== undefined) throw new InputError(`${key} has the path ${JSON.stringify(glob)}, which has ${problem}`);
  return glob.replace(/^\.\/+/, '').replace(/\/+$/, '');
}
