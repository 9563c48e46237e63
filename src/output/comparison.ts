import { readPlain, unfinishedOf } from './disk';
import { indexFileOf, indexText, markerOf } from './index-file';
import { OutputFolder, parentOf } from './output-folder';
import { type OutputRequest, planOutput } from './output-plan';

/** A file that is not as the program makes it. */
export interface FileDifference {
  /** Below the output folder. */
  readonly path: string;
  /** `missing`: it is not there. `changed`: it says something else. `stale`: an earlier synth wrote it, and this one does not. */
  readonly state: 'missing' | 'changed' | 'stale';
  /** What is in the output folder; nothing when it is missing. */
  readonly found?: string;
  /** What the program makes; nothing when it is stale. */
  readonly made?: string;
}

/**
 * What a synth would change in the output folder, sorted by path. Reads only.
 *
 * @throws OutputError when a synth would refuse to write, a file cannot be read or an index is damaged
 */
export function compareOutput(request: OutputRequest): FileDifference[] {
  const { app, outdir } = request;
  // What a synth refuses is no difference that it would mend.
  const { stale, dropped, repair } = planOutput(request);
  const folder = new OutputFolder(outdir);
  const wanted = new Map(request.files.map(({ path, content }) => [path, content]));
  const units = new Map<string, string[]>();
  for (const { unit, path } of request.files) units.set(unit, [...units.get(unit) ?? [], path]);
  for (const [unit, files] of units) wanted.set(indexFileOf(app, unit), indexText(app, unit, files));

  const differences: FileDifference[] = [];
  for (const [path, made] of wanted) {
    const found = read(folder, path);
    if (found === undefined) differences.push({ path, state: 'missing', made });
    else if (found !== made) differences.push({ path, state: 'changed', found, made });
  }
  // An unfinished file beside its place is the work of a run that was stopped.
  const left = repair ? [markerOf(app), ...repair.unfinished, ...repair.besides.map(unfinishedOf)] : [];
  for (const path of new Set([...stale, ...dropped, ...left])) {
    const found = read(folder, path);
    if (found !== undefined) differences.push({ path, state: 'stale', found });
  }
  return differences.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function read(folder: OutputFolder, path: string): string | undefined {
  return folder.has(parentOf(path)) ? readPlain(folder.at(path), folder.shown(path))?.toString('utf8') : undefined;
}
