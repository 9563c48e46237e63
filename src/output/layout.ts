import { OutputError } from './output-error';
import { complaintAbout, fold } from './portable-path';

/**
 * The file of a unit's objects, relative to the output folder. The unit's id is its folder: `apps/web` gives
 * `apps/web/web.k8s.yaml`.
 *
 * @throws OutputError when the id cannot be a folder everywhere, or would lead out of the output folder
 */
export function fileOf(unitId: string): string {
  checkPath('the folder', unitId);
  return `${unitId}/${unitId.slice(unitId.lastIndexOf('/') + 1)}.k8s.yaml`;
}

/**
 * Refuses a path that is not portable or leads out of the output folder.
 *
 * @param what says what the path is for: `the folder`, `the file of unit "web"`
 */
export function checkPath(what: string, path: string): void {
  const complaint = complaintAbout(path);
  if (complaint === undefined) return;
  throw new OutputError(`${what} ${JSON.stringify(path)} cannot be written: ${complaint}. use a relative path such as "apps/web"`);
}

/** A file and the unit that it is written for. */
export interface OwnedPath {
  readonly unit: string;
  readonly path: string;
}

/**
 * Refuses two files with one path, paths that differ only in case (one file on macOS and Windows), and a file where another
 * file's folder is to be.
 */
export function checkDistinct(files: readonly OwnedPath[]): void {
  const byFold = new Map<string, OwnedPath>();
  for (const file of files) {
    const key = fold(file.path);
    const other = byFold.get(key);
    if (other) throw collision(other, file, other.path === file.path ? 'are one file' : 'differ only in case');
    byFold.set(key, file);
  }
  const folders = new Map<string, { readonly folder: string; readonly file: OwnedPath }>();
  for (const file of files) {
    for (let end = file.path.lastIndexOf('/'); end > 0; end = file.path.lastIndexOf('/', end - 1)) {
      const folder = file.path.slice(0, end);
      const key = fold(folder);
      const other = folders.get(key);
      if (other?.folder === folder) break;
      if (other) throw collision(other.file, file, 'are in folders that differ only in case');
      const blocking = byFold.get(key);
      if (blocking) throw collision(blocking, file, 'need one name for a file and for a folder');
      folders.set(key, { folder, file });
    }
  }
}

function collision(first: OwnedPath, second: OwnedPath, relation: string): OutputError {
  return new OutputError(
    `"${first.path}" of unit "${first.unit}" and "${second.path}" of unit "${second.unit}" ${relation}. give one of the charts another folder`,
  );
}
