import { statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { isWithin } from '../manifests/folder-within';
import { repositoryAbove } from './repository-place';

/** A folder that is here, as a part of its repository. */
export interface SourceFolder {
  readonly folder: string;
  /** The folder that is the top of the repository, or what of it is here. */
  readonly top: string;
  /** The part of the path that is not here, `''` when all of it is. */
  readonly root: string;
}

/** The path of a source below the top of its repository, without what says nothing; `''` for the top itself, and for what is no path. */
export function pathOfSource(text: string): string {
  const path = posix.normalize(text).replace(/^\/+|\/+$/g, '');
  return path === '.' || /^\.\.(\/|$)/.test(path) || path.includes('{{') ? '' : path;
}

/** Finds the folders that paths of repositories mean, for who stands in another folder. */
export class SourceFolders {
  private readonly places = new Map<string, Surrounding>();

  /** @param folders every folder with objects in it or below it */
  public constructor(private readonly folders: ReadonlySet<string>) {}

  /** The folder that is all of the path: that of the checkout, and otherwise the nearest one. */
  public whole(path: string, from: string): SourceFolder | undefined {
    const { tops, repository } = this.aboveOf(from);
    const top = [...repository === undefined ? [] : [repository], ...tops].find((one) => this.folders.has(join(one, path)));
    return top === undefined ? undefined : { folder: join(top, path), top, root: '' };
  }

  /**
   * The folder that is the end of the path: a part of a repository may be linted alone, or be kept elsewhere. In a checkout nothing is
   * missing, and no folder is meant that holds who names it.
   */
  public part(path: string, from: string): SourceFolder | undefined {
    const { tops, repository } = this.aboveOf(from);
    if (repository !== undefined || tops.some((top) => isFolder(join(top, path)))) return undefined;
    const segments = path.split('/');
    for (let left = 1; left < segments.length; left++) {
      for (const top of tops) {
        const folder = join(top, ...segments.slice(left));
        if (this.folders.has(folder) && !isWithin(from, folder)) return { folder, top, root: segments.slice(0, left).join('/') };
      }
    }
    return undefined;
  }

  private aboveOf(from: string): Surrounding {
    let above = this.places.get(from);
    if (!above) {
      const repository = repositoryAbove(from);
      const tops = [from];
      for (let top = from; top !== (repository ?? dirname(top)); tops.push(top)) top = dirname(top);
      this.places.set(from, above = { tops, ...(repository !== undefined && { repository }) });
    }
    return above;
  }
}

/** What is above a folder. */
interface Surrounding {
  /** The folder and those above it, the nearest first, as far as its repository goes. */
  readonly tops: readonly string[];
  /** The top of the checkout that it is in. */
  readonly repository?: string;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
