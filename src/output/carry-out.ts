import { finishFile, removeFile, replaceFile, stageFile, unfinishedOf } from './disk';
import { markerOf } from './index-file';
import { OutputError } from './output-error';
import { type OutputFolder, parentOf } from './output-folder';
import type { OutputPlan, Replacement } from './output-plan';
import type { WriteLock } from './write-lock';

/**
 * Changes the output folder as planned; gives the files that it removed.
 *
 * Stopped at any moment, each file is the old or the new one, and the index lists every file that is ours: it is extended first, then
 * new files take their places, then stale ones are removed, then the index is trimmed. Whatever needs space is put beside its place
 * before the first file changes, so that a full disk leaves the old state.
 *
 * @throws OutputError
 */
export function carryOut(plan: OutputPlan, lock: WriteLock): string[] {
  try {
    prepare(plan, lock);
  } catch (error) {
    throw undone(plan) ? said(error, 'no file was changed') : error;
  }
  try {
    return finish(plan, lock);
  } catch (error) {
    throw said(error, 'some files are new and some are old, each of them complete; the next synth goes on');
  }
}

function prepare(plan: OutputPlan, lock: WriteLock): void {
  const { folder, app, repair } = plan;
  const marker = 'files are being written; found later, the writing was stopped, and the next synth repairs it\n';
  replaceAll(folder, [{ path: markerOf(app), content: marker }]);
  if (repair) {
    for (const path of repair.besides) removeUnfinished(folder, path);
    for (const path of repair.unfinished) removeFile(folder.at(path), folder.shown(path));
  }
  replaceAll(folder, plan.extended);
  for (const { path, content } of [...plan.changed, ...plan.trimmed]) {
    folder.make(parentOf(path));
    stageFile(folder.at(path), content, folder.shown(path));
    lock.keep();
  }
}

function finish(plan: OutputPlan, lock: WriteLock): string[] {
  const { folder, app } = plan;
  const finishAll = (files: readonly Replacement[]): void => {
    for (const { path } of files) {
      lock.keep();
      finishFile(folder.at(path), folder.shown(path));
    }
  };
  finishAll(plan.changed);
  const removed = removeAll(folder, plan.stale);
  finishAll(plan.trimmed);
  removeAll(folder, plan.dropped);
  removeAll(folder, [markerOf(app)]);
  return removed;
}

/** Takes back what was prepared; says whether everything is as it was. */
function undone(plan: OutputPlan): boolean {
  const { folder, app } = plan;
  try {
    for (const { path } of [...plan.changed, ...plan.trimmed]) removeUnfinished(folder, path);
    for (const { path, former } of plan.extended) {
      if (former === undefined) removeAll(folder, [path]);
      else replaceAll(folder, [{ path, content: former }]);
    }
    for (const { path } of plan.changed) folder.prune(parentOf(path));
    // What an earlier run left is repaired by the next.
    if (!plan.repair) removeAll(folder, [markerOf(app)]);
    return true;
  } catch {
    // The index lists more than there is, and the marker says so.
    return false;
  }
}

function removeUnfinished(folder: OutputFolder, path: string): void {
  if (folder.has(parentOf(path))) removeFile(unfinishedOf(folder.at(path)), folder.shown(path));
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

function said(error: unknown, state: string): unknown {
  return error instanceof OutputError ? new OutputError(`${error.message}. ${state}`, { cause: error.cause }) : error;
}
