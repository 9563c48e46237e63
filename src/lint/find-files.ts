import { lstatSync, readdirSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { absolute, shownPath } from './input-path';
import type { InputProblem } from './input-problem';

/** Where to look for files. */
export interface FileSearch {
  /** Files and folders, as they were given. */
  readonly paths: readonly string[];
  /** The working directory: files are shown relative to it. */
  readonly cwd: string;
  /** Whether a path, in full, is passed over. What was named itself is looked at all the same. */
  readonly isIgnored: (path: string) => boolean;
}

/** The files of a search, sorted, and what could not be looked into. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly problems: readonly InputProblem[];
  /** Templates of Helm charts, which are no YAML before Helm has rendered them. */
  readonly templates: number;
}

const LOOP = 'it is a symbolic link to a folder that it stands in, so there is no end to it. remove the link';
const MANIFEST = /\.(?:[yY][aA]?[mM][lL]|[jJ][sS][oO][nN])$|^Kustomization$/;

/** What a shell makes of `<(helm template web)`. It has somebody who writes into it. */
const SUBSTITUTED = /^\/(?:dev|proc\/self)\/fd\/\d+$/;

/**
 * Finds files of YAML and JSON: named ones whatever they are called, and those in folders. Hidden folders and node_modules are passed
 * over.
 */
export function findFiles(search: FileSearch): FoundFiles {
  const walk = new Walk(search);
  for (const path of search.paths) walk.visit(join(path), [], true);
  const files = distinct(walk.files.map((file) => ({ file, full: resolve(search.cwd, file) })));
  return { files, problems: walk.problems, templates: walk.templates };
}

/** Without what is named twice, and links to files that stand beside them. */
function distinct(found: ReadonlyArray<{ readonly file: string; readonly full: string }>): readonly string[] {
  const named = new Map(found.map((one) => [one.full, one.file]));
  for (const full of [...named.keys()]) {
    const target = targetOf(full);
    if (target !== full && dirname(target) === dirname(full) && named.has(target)) named.delete(full);
  }
  return [...named.values()];
}

/** What a link leads to, within its folder as it was named. */
function targetOf(full: string): string {
  if (!lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink()) return full;
  const target = resolve(dirname(full), readlinkSync(full));
  return target === full ? full : targetOf(target);
}

class Walk {
  public readonly files: string[] = [];
  public readonly problems: InputProblem[] = [];
  public templates = 0;

  public constructor(private readonly search: FileSearch) {}

  /** @param above the folders that it is in, so that a link into one of them is seen */
  public visit(path: string, above: readonly string[], isNamed: boolean): void {
    const shown = shownPath(path, this.search.cwd);
    if (!isNamed && this.search.isIgnored(absolute(path, this.search.cwd))) return;
    try {
      const stats = statSync(absolute(path, this.search.cwd));
      if (stats.isDirectory()) this.enter(path, shown, stats, above);
      else if (stats.isFile() || (isNamed && stats.isFIFO() && SUBSTITUTED.test(path))) this.files.push(path);
      else if (isNamed) this.problem(shown, 'it is neither a file nor a folder');
    } catch (error) {
      this.problem(shown, this.reasonOf(error as NodeJS.ErrnoException, path));
    }
  }

  private enter(folder: string, shown: string, stats: Stats, above: readonly string[]): void {
    const identity = `${stats.dev}:${stats.ino}`;
    if (above.includes(identity)) return this.problem(shown, LOOP);
    const entries = readdirSync(absolute(folder, this.search.cwd), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    const isChart = entries.some(({ name }) => name === 'Chart.yaml');
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() || entry.isSymbolicLink()) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        if (isChart && entry.name === 'templates') this.templates += this.countOf(path);
        else if (entry.isDirectory() || this.isWorthALook(path)) this.visit(path, [...above, identity], false);
      } else if (MANIFEST.test(entry.name)) {
        this.visit(path, above, false);
      }
    }
  }

  /** A link to a folder, or with the name of a manifest. One that cannot be followed is looked at too, to be reported. */
  private isWorthALook(path: string): boolean {
    if (MANIFEST.test(basename(path))) return true;
    try {
      return statSync(absolute(path, this.search.cwd)).isDirectory();
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ELOOP';
    }
  }

  private countOf(folder: string): number {
    return readdirSync(absolute(folder, this.search.cwd), { recursive: true, encoding: 'utf8' }).filter((name) => MANIFEST.test(basename(name))).length;
  }

  private reasonOf({ code, message }: NodeJS.ErrnoException, path: string): string {
    if (code === 'ENOENT') {
      const isLink = lstatSync(absolute(path, this.search.cwd), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
      if (isLink) return 'it is a symbolic link to what is not there';
    }
    return reasonOfCode(code, message);
  }

  private problem(file: string, message: string): void {
    this.problems.push({ file, message });
  }
}

/** Why the operating system refuses a file, as people say it. */
export function reasonOfCode(code: string | undefined, message: string): string {
  if (code === 'ELOOP') return 'it is a symbolic link that leads back to itself';
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read by this user';
  if (code === 'EISDIR') return 'it is a folder. write its path instead';
  return `it cannot be read: ${message.split('\n')[0]}`;
}
