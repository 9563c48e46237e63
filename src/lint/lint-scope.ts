import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { InputError } from '../manifests/input-error';
import { STDIN, STDIN_FILE } from './stdin-name';

const TEMPLATE = /\/templates\//;

/** Which files a run looks at, and about which of them it speaks. */
export class LintScope {
  private readonly read: readonly string[];
  private readonly asked?: readonly string[];

  /**
   * @param paths files and folders that are read, as they were given
   * @param only those of them that findings are wanted of
   * @throws InputError when one of these is not there: nothing would ever be found in it
   */
  public constructor(paths: readonly string[], only: readonly string[] | undefined, private readonly cwd: string) {
    this.read = paths.map((path) => this.fullOf(path));
    this.asked = only?.map((path) => this.fullOf(path));
    for (const path of only ?? []) {
      if (path !== STDIN && !existsSync(this.fullOf(path))) throw new InputError(`--only names ${path}, and there is no such file or folder`);
    }
  }

  /** Whether everything below a folder is read. */
  public readsAllOf(folder: string): boolean {
    return isIn(folder, this.read);
  }

  /** Whether findings of a file are wanted, which is shown as relative to the working directory. */
  public asksFor(file: string): boolean {
    return this.asked === undefined || isIn(this.fullOf(file), this.asked);
  }

  /** Whether this run would have told of a finding in a file, also of one that is gone. */
  public speaksOf(file: string): boolean {
    const full = this.fullOf(file);
    // What Helm renders comes in by stdin, and its findings are shown as of the templates.
    const isRead = isIn(full, this.read) || (this.read.includes(STDIN_FILE) && (TEMPLATE.test(full) || !existsSync(full)));
    return isRead && this.asksFor(file);
  }

  private fullOf(path: string): string {
    return path === STDIN || path === STDIN_FILE ? STDIN_FILE : resolve(this.cwd, path);
  }
}

function isIn(file: string, roots: readonly string[]): boolean {
  return roots.some((root) => file === root || file.startsWith(root.endsWith(sep) ? root : `${root}${sep}`));
}
