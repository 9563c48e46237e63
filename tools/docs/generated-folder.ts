import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How a folder departs from what is generated: paths of files, sorted. */
export interface FolderDifference {
  readonly missing: readonly string[];
  readonly different: readonly string[];
  /** Files that nothing generates any more. */
  readonly stale: readonly string[];
}

/** Compares a folder, which holds nothing but generated files, with what they should be. */
export function compareFolder(folder: string, files: ReadonlyMap<string, string>): FolderDifference {
  const present = filesBelow(folder);
  const expected = [...files.keys()].sort();
  return {
    missing: expected.filter((file) => !present.includes(file)),
    different: expected.filter((file) => present.includes(file) && readFileSync(join(folder, file), 'utf8') !== files.get(file)),
    stale: present.filter((file) => !files.has(file)),
  };
}

/** Makes the folder hold these files and no others, and leaves untouched what is right. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>): FolderDifference {
  const difference = compareFolder(folder, files);
  for (const file of [...difference.missing, ...difference.different]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), files.get(file) ?? '');
  }
  for (const file of difference.stale) rmSync(join(folder, file));
  return difference;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replace(/\\/g, '/'))
    .sort();
}
