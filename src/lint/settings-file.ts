import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readYaml } from '../languages/yaml-text';
import { InputError } from '../manifests/input-error';
import { type Profile, profileOf } from '../validation/profiles';
import { absolute, shownPath } from './input-path';
import { type LintConfig, lintConfig, NO_CONFIG } from './lint-config';
import { readFile } from './read-file';

const CONFIG = 'cdk8s-argo.yaml';

/** The settings: of a file that was named, or of the next one upwards; none when they are not wanted. */
export function configOf(named: string | boolean | undefined, cwd: string): LintConfig {
  if (named === false) return NO_CONFIG;
  const file = typeof named === 'string' ? resolve(cwd, named) : nextUpwards(cwd);
  return file === undefined ? NO_CONFIG : lintConfig(textOfFile(file, cwd), file, shownPath(file, cwd), cwd);
}

/** A profile by its name, or of a file. */
export function profileOfOption(text: string, cwd: string): Profile {
  if (!/[/.]/.test(text)) return profileOf(text);
  const { value, problem } = readYaml(textOfFile(resolve(cwd, text), cwd));
  if (problem !== undefined) throw new InputError(`${text} is no YAML: ${problem}`);
  return profileOf(value);
}

/** The text of a file that the command line or the settings name. */
export function textOfFile(file: string, cwd: string): string {
  const read = readFile(absolute(file, cwd), cwd);
  if ('text' in read) return read.text;
  throw new InputError(`${read.file}: ${read.message}`);
}

function nextUpwards(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, CONFIG);
    if (existsSync(file)) return file;
    if (at === dirname(at)) return undefined;
  }
}
