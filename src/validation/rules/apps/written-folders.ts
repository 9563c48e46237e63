import { sameRepository } from '../../../manifests/git-url';
import type { ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';

/** What a path from the top of a repository is below the folder that these manifests are written to; undefined where it is none of it. */
export function folderBelowRoot(url: string, path: string, manifests: ManifestSet): string | undefined {
  if (url === '') return undefined;
  const folder = path.replace(/\/+$/, '');
  // At the top of a repository anything may stand.
  const root = manifests.repositories.find((repository) =>
    repository.root !== '' && folder.startsWith(`${repository.root}/`) && sameRepository(repository.url, url))?.root;
  return root === undefined ? undefined : folder.slice(root.length + 1);
}

/** Whether a folder may be written: one above or below what is may hold what others write, or be read with all that is in it. */
export function mayBeWritten(folder: string, manifests: ManifestSet): boolean {
  const { own, above } = foldersIn(manifests);
  return above.has(folder) || pathsTo(folder).some((path) => own.has(path));
}

/** The folders that are written, and those above them. */
const foldersIn = readSetOnce(({ units }) => {
  const own = new Set(units.map(({ id }) => id));
  return { own, above: new Set([...own].flatMap(pathsTo)) };
});

/** Whether something is written to exactly this folder. */
export function isWritten(folder: string, manifests: ManifestSet): boolean {
  return foldersIn(manifests).own.has(folder);
}

/** `a`, `a/b`, `a/b/c` of `a/b/c`. */
function pathsTo(folder: string): string[] {
  return folder.split('/').map((_, index, segments) => segments.slice(0, index + 1).join('/'));
}
