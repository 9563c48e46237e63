import { removeFile, replaceFile, unfinishedOf } from './disk';
import { indexFolderOf, markerOf } from './index-file';
import { type OutputFolder, parentOf } from './output-folder';
import { isSettled, type OutputPlan, type OutputRequest, planOutput, type Replacement } from './output-plan';

export type { OutputFile, OutputRequest } from './output-plan';

/** What became of each file. Paths are below the output folder, sorted. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of ours that nobody wants any longer. */
  readonly removed: readonly string[];
}

/**
 * Makes the output folder hold exactly these files of the app; files of others stay untouched. Only what differs is written,
 * and nothing at all when something is wrong.
 *
 * Stopped at any moment, each file is the old or the new one, and the index lists every file that is ours: it is
 * extended first, then files are written, then stale ones removed, then the index is trimmed.
 *
 * @throws OutputError
 */
export function writeOutput(request: OutputRequest): WriteResult {
  const plan = planOutput(request);
  const removed = isSettled(plan) ? [] : carryOut(plan);
  return { written: plan.changed.map(({ path }) => path).sort(), unchanged: [...plan.unchanged].sort(), removed };
}

function carryOut(plan: OutputPlan): string[] {
  const { folder, app } = plan;
  const marker = markerOf(app);
  replaceAll(folder, [{ path: marker, content: 'files are being written; found later, the writing was stopped, and the next synth repairs it\n' }]);
  if (plan.repair) {
    for (const path of plan.repair.besides) if (folder.has(parentOf(path))) removeFile(unfinishedOf(folder.at(path)), folder.shown(path));
    for (const path of plan.repair.unfinished) removeFile(folder.at(path), folder.shown(path));
  }
  replaceAll(folder, plan.extended);
  replaceAll(folder, plan.changed);
  const removed = removeAll(folder, plan.stale);
  replaceAll(folder, plan.trimmed);
  removeAll(folder, plan.dropped);
  removeFile(folder.at(marker), folder.shown(marker));
  folder.prune(indexFolderOf(app));
  return removed;
}

function replaceAll(folder: OutputFolder, files: readonly Replacement[]): void {
  for (const { path, content } of files) {
    folder.make(parentOf(path));
    replaceFile(folder.at(path), content, folder.shown(path));
  }
}

function removeAll(folder: OutputFolder, paths: readonly string[]): string[] {
  const removed = paths.filter((path) => folder.has(parentOf(path)) && removeFile(folder.at(path), folder.shown(path)));
  for (const parent of new Set(paths.map(parentOf))) folder.prune(parent);
  return removed;
}
