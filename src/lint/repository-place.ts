import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The top of the checkout that a folder is in, undefined where it is in none. */
export function repositoryAbove(folder: string): string | undefined {
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) return root;
    if (dirname(root) === root) return undefined;
  }
}

/** Where a folder is in its repository: `''` at its root, and where there is none. */
export function placeInRepository(folder: string): string {
  return relative(repositoryAbove(folder) ?? folder, folder).split(sep).join('/');
}

/** A path relative to the working directory, as one relative to the repository. What is outside of both stays. */
export function pathInRepository(path: string, place: string): string {
  if (place === '' || path === '' || path.startsWith('/') || path.startsWith('<')) return path;
  const inside = join(place, path).split(sep).join('/');
  return inside.startsWith('../') ? path : inside;
}
