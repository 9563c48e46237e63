import { claimsOfOthers } from './claims';
import { readPlain, statPlain } from './disk';
import { type AppIndex, indexFileOf, indexFolderOf, indexText, readAppIndex } from './index-file';
import { checkDistinct, checkPath } from './layout';
import { refuseOtherProgram } from './other-program';
import { OutputError } from './output-error';
import { OutputFolder, parentOf } from './output-folder';
import type { OutputFile, OutputRequest } from './output-request';
import { complaintAboutSegment, fold, LOCK_FOLDER } from './portable-path';
import { refuseSharedFolders } from './shared-folder';

export type { OutputFile, OutputRequest } from './output-request';

/** A file with its new content. */
export interface Replacement {
  readonly path: string;
  readonly content: string | Buffer;
}

/** An index that is to list more. */
export interface Extension extends Replacement {
  /** What it is now, undefined when there is none. */
  readonly former?: string;
}

/** What has to change, in the order in which it is safe to change it. */
export interface OutputPlan {
  readonly folder: OutputFolder;
  readonly app: string;
  /** Left by a run that was stopped: paths that may have an unfinished copy beside them, and unfinished files themselves. */
  readonly repair?: { readonly besides: readonly string[]; readonly unfinished: readonly string[] };
  /** Indexes that are to list old and new files before any is written. */
  readonly extended: readonly Extension[];
  readonly changed: readonly Replacement[];
  readonly unchanged: readonly string[];
  readonly stale: readonly string[];
  /** Indexes that list nothing but what is there. */
  readonly trimmed: readonly Replacement[];
  /** Indexes of units that are gone. */
  readonly dropped: readonly string[];
}

/**
 * Compares what is wanted with what is there. Reads only, and finds every reason not to write.
 *
 * @throws OutputError when a path is unsafe, or taken, or an index is damaged
 */
export function planOutput(request: OutputRequest): OutputPlan {
  const { app } = request;
  const complaint = indexFolderOf(app) === LOCK_FOLDER ? 'that folder says who writes' : complaintAboutSegment(app);
  if (complaint !== undefined) throw new OutputError(`app ${JSON.stringify(app)} cannot name a folder: ${complaint}. choose a name such as "shop"`);
  const wanted = byUnit(request.files);
  checkDistinct([...request.files, ...[...wanted.keys()].map((unit) => ({ unit, path: indexFileOf(app, unit) }))]);

  const folder = new OutputFolder(request.outdir);
  const index = readAppIndex(folder, app);
  const owned = new Set(index.units.flatMap((unit) => unit.files));
  const aliases = new Set<string>();
  const changed: Replacement[] = [];
  const unchanged: string[] = [];
  const foreign: string[] = [];
  const claimant = claimsOfOthers(folder, app);
  const oldByFold = new Map([...owned].map((path) => [fold(path), path]));
  for (const file of request.files) {
    const content = Buffer.from(file.content);
    const found = folder.has(parentOf(file.path)) ? readPlain(folder.at(file.path), folder.shown(file.path)) : undefined;
    const same = found?.equals(content) ?? false;
    if (same) unchanged.push(file.path);
    else changed.push({ path: file.path, content });
    if (!found) continue;
    const isOwned = owned.has(file.path);
    const alias = isOwned ? undefined : oldByFold.get(fold(file.path));
    if (alias !== undefined && isOneFile(folder, alias, file.path)) aliases.add(alias);
    // Two indexes list one file where they were merged wrongly. Then nobody knows whose it is.
    else if (isOwned ? !same && claimant(file.path) !== undefined : !same || claimant(file.path) !== undefined) foreign.push(file.path);
  }
  if (foreign.length > 0) throw taken(folder, app, foreign, claimant(foreign[0]!));

  const paths = new Set(request.files.map((file) => file.path));
  const stale = [...owned].filter((path) => !paths.has(path) && !aliases.has(path) && claimant(path) === undefined).sort();
  const stopped = index.interrupted || index.unfinished.length > 0;
  const plan: OutputPlan = {
    folder, app, changed, unchanged, stale, ...indexChanges(app, index, wanted),
    ...(stopped ? { repair: { besides: [...new Set([...owned, ...paths])], unfinished: index.unfinished } } : {}),
  };
  refuseOtherProgram(request, folder, index.units);
  refuseSharedFolders(request, folder);
  return plan;
}

/** Whether nothing has to change. */
export function isSettled(plan: OutputPlan): boolean {
  const { extended, changed, stale, trimmed, dropped } = plan;
  return plan.repair === undefined && [extended, changed, stale, trimmed, dropped].every((part) => part.length === 0);
}

function byUnit(files: readonly OutputFile[]): Map<string, string[]> {
  const units = new Map<string, string[]>();
  for (const { unit, path } of files) {
    const paths = units.get(unit);
    if (!paths) checkPath('unit', unit);
    checkPath(`file of unit "${unit}"`, path);
    if (paths) paths.push(path);
    else units.set(unit, [path]);
  }
  return units;
}

type IndexChanges = Pick<OutputPlan, 'extended' | 'trimmed' | 'dropped'>;

function indexChanges(app: string, index: AppIndex, wanted: ReadonlyMap<string, readonly string[]>): IndexChanges {
  const stored = new Map(index.units.map((unit) => [unit.unit, unit]));
  const extended: Extension[] = [];
  const trimmed: Replacement[] = [];
  for (const [unit, files] of wanted) {
    const path = indexFileOf(app, unit);
    const old = stored.get(unit);
    const content = indexText(app, unit, files);
    if (old?.text === content) continue;
    const union = new Set([...(old?.files ?? []), ...files]);
    if (!old || union.size > new Set(old.files).size) extended.push({ path, content: indexText(app, unit, union), former: old?.text });
    if (old) trimmed.push({ path, content });
  }
  const dropped = index.units.filter(({ unit }) => !wanted.has(unit)).map(({ unit }) => indexFileOf(app, unit));
  return { extended, trimmed, dropped };
}

/** On a file system that ignores case, a unit that is renamed from `Web` to `web` keeps its file: it must not be removed as stale. */
function isOneFile(folder: OutputFolder, first: string, second: string): boolean {
  if (!folder.has(parentOf(first))) return false;
  const [a, b] = [first, second].map((path) => statPlain(folder.at(path), folder.shown(path)));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

function taken(folder: OutputFolder, app: string, paths: readonly string[], owner: string | undefined): OutputError {
  const who = owner === undefined ? `was not written by the app "${app}"` : `was written by the app "${owner}", not by "${app}"`;
  const more = paths.length > 1 ? ` (and ${paths.length - 1} more)` : '';
  return new OutputError(`${folder.shown(paths[0]!)} exists and ${who}${more}. move it away or delete it, or give the chart another folder`);
}

/**
 * Refuses to change what cannot be changed, before anything is.
 *
 * @throws OutputError
 */
export function checkWritable(plan: OutputPlan): void {
  if (isSettled(plan)) return;
  plan.folder.checkWritable(indexFolderOf(plan.app));
  for (const { path } of [...plan.extended, ...plan.changed, ...plan.trimmed]) plan.folder.checkWritable(parentOf(path));
  for (const path of [...plan.stale, ...plan.dropped]) plan.folder.checkWritable(parentOf(path));
}
