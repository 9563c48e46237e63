import * as fs from 'node:fs';

const folders = new Set<string>();

/** A folder that a test had written, to be removed when the process ends, or when `removeTestOutput` is called. */
export function keepUntilExit(folder: string): void {
  if (folders.size === 0) process.once('exit', removeTestOutput);
  folders.add(folder);
}

/** Removes what tests had written. */
export function removeTestOutput(): void {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
  folders.clear();
}
