import { readPlain } from './disk';
import { indexFolderOf, type UnitIndex } from './index-file';
import { OutputError } from './output-error';
import { type OutputFolder, parentOf } from './output-folder';
import type { OutputRequest } from './output-request';
import { fold } from './portable-path';

/** Of the objects of two programs, some have one name by accident: `settings`, `web`. A program that renamed all its units keeps most. */
const KEPT_AT_LEAST = 1 / 3;

/**
 * Refuses to remove everything that was written under this name, when what is written instead has next to nothing in common with it:
 * no unit, no file, and less than a third of the objects. That is not a program that changed but another one.
 */
export function refuseOtherProgram(request: OutputRequest, folder: OutputFolder, stored: readonly UnitIndex[]): void {
  const { app, files } = request;
  const units = new Set(files.map(({ unit }) => fold(unit)));
  const paths = new Set(files.map(({ path }) => path));
  if (stored.some(({ unit, files: old }) => units.has(fold(unit)) || old.some((path) => paths.has(path)))) return;
  const former = new Set(stored.flatMap(({ files: old }) => old.flatMap((path) => objectsIn(contentOf(folder, path)))));
  const wanted = new Set(files.flatMap(({ content }) => objectsIn(content)));
  // Without names nobody can tell.
  if (former.size === 0 || wanted.size === 0) return;
  const kept = [...former].filter((object) => wanted.has(object)).length;
  if (kept >= Math.max(former.size, wanted.size) * KEPT_AT_LEAST) return;
  const lost = stored.map(({ unit }) => unit);
  throw new OutputError(`${folder.shown(indexFolderOf(app))} is the index of another program: this one has none of its units ` +
    `(${shownList(lost)}) and ${kept === 0 ? 'none' : `only ${kept}`} of its ${former.size} objects, and would remove all its files. give one of the two ` +
    `a name of its own: new ArgoApp({ name: '...' }). if it is the same program, delete ${folder.shown(indexFolderOf(app))} and the files that it lists first`);
}

/** Kind and name of each object, as our own YAML has them. The namespace is left out: it changes with the units. */
function objectsIn(yaml: string): string[] {
  return [...yaml.matchAll(/^kind: (.+)\nmetadata:\n(?: .*\n)*? {2}name: (.+)$/gm)].map(([, kind, name]) => `${kind} ${name}`);
}

function contentOf(folder: OutputFolder, path: string): string {
  return (folder.has(parentOf(path)) ? readPlain(folder.at(path), folder.shown(path))?.toString('utf8') : undefined) ?? '';
}

function shownList(units: readonly string[]): string {
  const shown = units.slice(0, 3).map((unit) => `"${unit}"`).join(', ');
  return units.length > 3 ? `${shown} and ${units.length - 3} more` : shown;
}
