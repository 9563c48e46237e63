import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Does something in a copy of a folder of these tests, as its owner would in a checkout. */
export function inCopyOf(folder: string, work: () => void): void {
  const before = process.cwd();
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'journeys-')));
  cpSync(resolve(__dirname, folder), copy, { recursive: true });
  process.chdir(copy);
  try {
    work();
  } finally {
    process.chdir(before);
    rmSync(copy, { recursive: true, force: true });
  }
}
