import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readYaml } from '../../languages/yaml-text';
import { findFiles } from '../../lint/find-files';
import { absolute, shownPath } from '../../lint/input-path';
import type { InputProblem } from '../../lint/input-problem';
import { type LintConfig, lintConfig, NO_CONFIG } from '../../lint/lint-config';
import { readFile, textOf } from '../../lint/read-file';
import type { SourceFile } from '../../lint/source-document';
import { InputError } from '../../manifests/input-error';
import { type Profile, profileOf } from '../../validation/profiles';

const CONFIG = 'cdk8s-argo.yaml';
const STDIN = '-';

/** What is to be looked at, and what cannot be. */
export interface LintInput {
  readonly files: readonly SourceFile[];
  readonly problems: readonly InputProblem[];
  readonly templates: number;
}

/** Reads files, folders and stdin. */
export function inputOf(paths: readonly string[], { isIgnored }: LintConfig, cwd: string): LintInput {
  const { files: names, problems, templates } = findFiles({ paths: paths.filter((path) => path !== STDIN), cwd, isIgnored });
  const read = names.map((name) => readFile(name, cwd));
  if (paths.includes(STDIN)) read.push(textOf(readFileSync(0), '<stdin>'));
  const files = read.filter((one): one is SourceFile => 'text' in one);
  return { files, problems: [...problems, ...read.flatMap((one) => ('text' in one ? [] : [one]))], templates };
}

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
