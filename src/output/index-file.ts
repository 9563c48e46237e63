import { readdirSync } from 'node:fs';
import { isJsonObject } from '../manifests/json';
import { lineOfConflict } from '../manifests/merge-conflict';
import { readPlain } from './disk';
import { fileSystemError, OutputError } from './output-error';
import type { OutputFolder } from './output-folder';
import { complaintAbout, INDEX_FOLDER, KEPT_FROM_ARGO_CD, LOCK_FOLDER, UNFINISHED } from './portable-path';

/** Which files were written for a unit. It is committed with them, so that any checkout knows what is ours. */
export interface UnitIndex {
  readonly app: string;
  readonly unit: string;
  /** Paths below the output folder, sorted. */
  readonly files: readonly string[];
}

/** An index as it was found. */
export interface StoredIndex extends UnitIndex {
  readonly text: string;
}

/** What the index folder of an app holds. */
export interface AppIndex {
  readonly units: readonly StoredIndex[];
  /** Leftovers of a run that was stopped, as paths below the output folder. */
  readonly unfinished: readonly string[];
  /** Whether a run was stopped while it wrote. */
  readonly interrupted: boolean;
}

/** The index folder of an app. */
export function indexFolderOf(app: string): string {
  return `${INDEX_FOLDER}/${app}`;
}

/** The index file of a unit: `.cdk8s-argo/shop/apps/web.json`. */
export function indexFileOf(app: string, unit: string): string {
  return `${indexFolderOf(app)}/${unit}.json`;
}

/** Exists while a run changes files; found at the start of a run, it says that the last one was stopped. */
export function markerOf(app: string): string {
  return `${indexFolderOf(app)}/.writing`;
}

/** An index as text: one line a file, sorted, so that Git merges it and shows what came and went. */
export function indexText(app: string, unit: string, files: Iterable<string>): string {
  return `${JSON.stringify({ app, unit, files: [...files].sort(), ...KEPT_FROM_ARGO_CD }, undefined, 2)}\n`;
}

/**
 * Every index of an app.
 *
 * @throws OutputError when one is damaged: files that are ours could then not be told from others
 */
export function readAppIndex(folder: OutputFolder, app: string): AppIndex {
  const units: StoredIndex[] = [];
  const unfinished: string[] = [];
  let interrupted = false;
  for (const path of filesBelow(folder, indexFolderOf(app))) {
    if (path === markerOf(app)) interrupted = true;
    else if (path.endsWith(UNFINISHED)) unfinished.push(path);
    else if (path.endsWith('.json')) units.push(readIndex(folder, app, path));
  }
  return { units, unfinished, interrupted };
}

/** The other apps that keep an index in the output folder. */
export function otherApps(folder: OutputFolder, app: string): string[] {
  if (!folder.has(INDEX_FOLDER)) return [];
  const apps = entriesOf(folder, INDEX_FOLDER).filter((entry) => entry.isDirectory() && indexFolderOf(entry.name) !== LOCK_FOLDER);
  return apps.map((entry) => entry.name).filter((name) => name !== app);
}

function readIndex(folder: OutputFolder, app: string, path: string): StoredIndex {
  const text = readPlain(folder.at(path), folder.shown(path))?.toString('utf8') ?? '';
  const damaged = (why: string): OutputError => new OutputError(
    `${folder.shown(path)} is damaged: ${why}. restore it from Git, or delete it together with the files that it lists`,
  );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (lineOfConflict(text) !== undefined) {
      throw new OutputError(`${folder.shown(path)} has a merge conflict that is not resolved. keep the files of both sides in its list, and synth again`);
    }
    throw damaged('it is no JSON');
  }
  if (!isJsonObject(value)) throw damaged('wanted an object with app, unit and files');
  const { unit, files } = value;
  if (value.app !== app) throw damaged(`it names the app ${JSON.stringify(value.app)}, its folder the app "${app}"`);
  if (typeof unit !== 'string' || indexFileOf(app, unit) !== path) throw damaged(`it names the unit ${JSON.stringify(unit)}, which its path does not`);
  if (!Array.isArray(files)) throw damaged('"files" is no list');
  const paths: string[] = [];
  for (const file of files as readonly unknown[]) {
    if (typeof file !== 'string') throw damaged(`"files" lists ${JSON.stringify(file)}, which is no path`);
    const complaint = complaintAbout(file);
    if (complaint !== undefined) throw damaged(`it lists ${JSON.stringify(file)}: ${complaint}`);
    // An index that was merged wrongly must not take files of somebody else along.
    if (!/\.(?:yaml|json)$|^hydrator\.metadata$/.test(file)) throw damaged(`it lists ${JSON.stringify(file)}, and only YAML and JSON are ever written`);
    paths.push(file);
  }
  return { app, unit, files: paths, text };
}

function filesBelow(folder: OutputFolder, path: string): string[] {
  if (!folder.has(path)) return [];
  return entriesOf(folder, path).flatMap((entry) => {
    const below = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, below) : [below];
  });
}

function entriesOf(folder: OutputFolder, path: string) {
  try {
    return readdirSync(folder.at(path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw fileSystemError('read the folder', folder.shown(path), error);
  }
}
