import { readPlain } from './disk';
import { indexFolderOf, type UnitIndex } from './index-file';
import { OutputError } from './output-error';
import { type OutputFolder, parentOf } from './output-folder';
import type { OutputRequest } from './output-request';
import { fold } from './portable-path';

/**
 * Refuses to remove everything that was written under this name, when what is written instead has nothing in common with it:
 * no unit, no file, no name of an object. That is not a program that changed but another one.
 */
export function refuseOtherProgram(request: OutputRequest, folder: OutputFolder, stored: readonly UnitIndex[]): void {
  const { app, files } = request;
  const units = new Set(files.map(({ unit }) => fold(unit)));
  const paths = new Set(files.map(({ path }) => path));
  if (stored.some(({ unit, files: old }) => units.has(fold(unit)) || old.some((path) => paths.has(path)))) return;
  const former = stored.flatMap(({ files: old }) => old.flatMap((path) => namesIn(contentOf(folder, path))));
  const names = new Set(files.flatMap(({ content }) => namesIn(content)));
  // Without names nobody can tell.
  if (former.length === 0 || names.size === 0 || former.some((name) => names.has(name))) return;
  const lost = stored.map(({ unit }) => unit);
  throw new OutputError(`${folder.shown(indexFolderOf(app))} is the index of another program: this one has none of its units ` +
    `(${shownList(lost)}) and none of its objects, and would remove them all. give one of the two a name of its own: ` +
    `new ArgoApp({ name: '...' }). if it is the same program, delete ${folder.shown(indexFolderOf(app))} and the files that it lists first`);
}

/** The names of objects, as our own YAML has them. */
function namesIn(yaml: string): string[] {
  return [...yaml.matchAll(/^metadata:\n(?: .*\n)*? {2}name: (.+)$/gm)].map(([, name]) => name!);
}

function contentOf(folder: OutputFolder, path: string): string {
  return (folder.has(parentOf(path)) ? readPlain(folder.at(path), folder.shown(path))?.toString('utf8') : undefined) ?? '';
}

function shownList(units: readonly string[]): string {
  const shown = units.slice(0, 3).map((unit) => `"${unit}"`).join(', ');
  return units.length > 3 ? `${shown} and ${units.length - 3} more` : shown;
}
