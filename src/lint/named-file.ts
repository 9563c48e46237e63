import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../manifests/input-error';
import { absolute, shownPath } from './input-path';
import { readFile } from './read-file';

/** The text of a file that the command line or the settings name. */
export function textOfFile(file: string, cwd: string): string {
  const full = absolute(file, cwd);
  const read = readFile(full, cwd);
  if ('text' in read) return read.text;
  if (existsSync(join(full, '/'))) throw new InputError(`${shownPath(full, cwd)} is a folder, and a file is wanted`);
  throw new InputError(`${read.file}: ${read.message}`);
}
