import { posix } from 'node:path';
import { InputError } from '../../manifests/input-error';

/** A folder or file below the root of a repository, as Argo CD wants it: relative, and not leading out. */
export function pathBelowRoot(path: string, what: string, example: string): string {
  if (path.startsWith('/') || path.split('/').includes('..') || path.trim() === '') {
    throw new InputError(`${what} is ${JSON.stringify(path)}. give one below the root of the repository, such as ${example}`);
  }
  return path.replace(/^(\.\/)+|\/+$/g, '');
}

/** Where a file leads that a source in `folder` names; one that begins with a slash is looked for from the top of the repository. */
export function leadsOutOf(folder: string, file: string): boolean {
  if (file.includes('{{') || folder.includes('{{')) return false;
  const resolved = posix.normalize(file.startsWith('/') ? `.${file}` : posix.join(folder, file));
  return resolved === '..' || resolved.startsWith('../');
}
