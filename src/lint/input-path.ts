import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isWithin } from '../manifests/folder-within';

/** A path relative to the working directory, with slashes; as it was given when it is elsewhere. */
export function shownPath(path: string, cwd: string): string {
  const full = resolve(cwd, path);
  const shown = isWithin(full, cwd) ? relative(cwd, full) : path;
  return shown === '' ? basename(cwd) : shown.split(sep).join('/');
}

/** A path in full. */
export function absolute(path: string, cwd: string): string {
  return isAbsolute(path) ? path : join(cwd, path);
}
