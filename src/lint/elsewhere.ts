import { globProblem, matchesGlob } from '../languages/globs';
import { InputError } from '../manifests/input-error';
import { groupOf, type ObjectId } from '../manifests/manifest';
import { FileGlobs } from './file-globs';
import { mapOf, textOf } from './setting';

const KEYS = ['apiVersion', 'files', 'kind', 'name', 'namespace'];

/** Objects that others make, as the settings say. */
export interface ElsewhereObject {
  readonly matches: (id: ObjectId) => boolean;
  /** The files whose objects may name them; absent for all files. */
  readonly files?: FileGlobs;
  /** For messages: `Ingress/edge/public`. */
  readonly text: string;
}

/** Reads `{ kind: Ingress, name: public-*, namespace: edge }`. */
export function elsewhereOf(value: unknown, folder: string): ElsewhereObject {
  const map = mapOf(value, KEYS, `elsewhere has ${JSON.stringify(value)}; a map with kind and name is wanted`);
  const what = `the object elsewhere ${JSON.stringify(map)}`;
  const [kind, name, namespace, apiVersion] = ['kind', 'name', 'namespace', 'apiVersion'].map((key) => textOf(map, key, what));
  if (kind === undefined) throw new InputError(`${what} has no kind. add kind: and name:`);
  if (name === undefined) throw new InputError(`${what} has no name. add one, or '*' for every ${kind}`);
  for (const glob of [name, namespace ?? '']) {
    const problem = globProblem(glob);
    if (problem !== undefined) throw new InputError(`${what} has the pattern ${JSON.stringify(glob)}, which has ${problem}`);
  }
  const group = apiVersion === undefined ? undefined : groupOf(apiVersion);
  return {
    matches: (id) => id.kind === kind && matchesGlob(name, id.name) && (namespace === undefined || matchesGlob(namespace, id.namespace))
      && (group === undefined || id.group === group),
    ...(map.files === undefined ? {} : { files: FileGlobs.read(map.files, 'files', folder) }),
    text: [kind, namespace, name].filter((part) => part !== undefined).join('/'),
  };
}
