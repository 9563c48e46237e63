import * as fs from 'node:fs';
import * as path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');

/** Every TypeScript file below a folder of the project, sorted, with `/` between segments. */
export function sourceFiles(folder: string): string[] {
  return fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .sort();
}

/** The folders directly in a folder of the project that have a file in them. */
export function foldersIn(folder: string): string[] {
  return fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasFile(path.join(ROOT, folder, entry.name)))
    .map((entry) => entry.name)
    .sort();
}

/** The text of a file of the project. */
export function textOf(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), 'utf8');
}

/** The folder of `src` that a file is in, `''` for a file beside the folders. */
export function folderOf(file: string): string {
  const [, folder, below] = file.split('/');
  return below === undefined ? '' : folder!;
}

function hasFile(folder: string): boolean {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => entry.isFile());
}
