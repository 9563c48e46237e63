import { type Dirent, readdirSync } from 'node:fs';
import { readPlain } from './disk';
import { otherApps, readAppIndex } from './index-file';
import { fileSystemError } from './output-error';
import { OutputFolder, parentOf } from './output-folder';
import type { OutputRequest } from './output-request';
import { fold, KEPT_FROM_ARGO_CD } from './portable-path';

/** With one of them Argo CD does not take every file of the folder for a manifest. */
const BUILT = /^(?:kustomization\.ya?ml|kustomization|chart\.yaml)$/i;

/**
 * Files of others in the folders of our charts that Argo CD takes for manifests and applies with ours, below the output folder, sorted.
 *
 * @see reposerver/repository/repository.go (findManifests) in argoproj/argo-cd
 * @throws OutputError when a folder or file cannot be read
 */
export function foreignManifests({ outdir, app, files }: OutputRequest): string[] {
  const folder = new OutputFolder(outdir);
  const ours = new Set(files.map(({ path }) => fold(path)));
  const strangers: string[] = [];
  for (const unit of new Set(files.filter(({ path, unit: id }) => parentOf(path) === id).map(({ unit: id }) => id))) {
    const names = folder.has(unit) ? filesIn(folder, unit) : [];
    if (names.some((name) => BUILT.test(name))) continue;
    strangers.push(...names.filter((name) => /\.(?:ya?ml|json|jsonnet)$/.test(name)).map((name) => `${unit}/${name}`).filter((path) => !ours.has(fold(path))));
  }
  if (strangers.length === 0) return [];
  const known = new Set([app, ...otherApps(folder, app)].flatMap((name) => readAppIndex(folder, name).units.flatMap((unit) => unit.files)));
  return strangers.filter((path) => !known.has(path) && !isKeptAway(folder, path)).sort();
}

function filesIn(folder: OutputFolder, path: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder.at(path), { withFileTypes: true });
  } catch (error) {
    throw fileSystemError('read the folder', folder.shown(path), error);
  }
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

function isKeptAway(folder: OutputFolder, path: string): boolean {
  return readPlain(folder.at(path), folder.shown(path))?.includes(KEPT_FROM_ARGO_CD.note) === true;
}
