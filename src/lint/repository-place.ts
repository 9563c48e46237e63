import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Where a folder is in its repository: `''` at its root, and where there is none. */
export function placeInRepository(folder: string): string {
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) return relative(root, folder).split(sep).join('/');
    if (dirname(root) === root) return '';
  }
}

/** A path relative to the working directory, as one relative to the repository. What is outside of both stays. */
export function pathInRepository(path: string, place: string): string {
  if (place === '' || path === '' || path.startsWith('/') || path.startsWith('<')) return path;
  const inside = join(place, path).split(sep).join('/');
  return inside.startsWith('../') ? path : inside;
}
