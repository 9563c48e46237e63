import { basename, isAbsolute, join, relative, sep } from 'node:path';

/** A path relative to the working directory, with slashes; as it was given when it is elsewhere. */
export function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, absolute(path, cwd));
  const shown = inside.startsWith('..') ? path : inside;
  return shown === '' ? basename(cwd) : shown.split(sep).join('/');
}

/** A path in full. */
export function absolute(path: string, cwd: string): string {
  return isAbsolute(path) ? path : join(cwd, path);
}

/** Whether a folder is another one or lies below it. */
export function isWithin(folder: string, outer: string): boolean {
  return folder === outer || folder.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}
