import { findFiles, reasonOfCode } from '../../lint/find-files';
import type { InputProblem } from '../../lint/input-problem';
import type { LintConfig } from '../../lint/lint-config';
import { LARGEST, readFile, textOf } from '../../lint/read-file';
import type { SourceFile } from '../../lint/source-document';
import { STDIN, STDIN_FILE } from '../../lint/stdin-name';
import { InputError } from '../../manifests/input-error';
import { readStdin } from '../stdin';

/** What is to be looked at, and what cannot be. */
export interface LintInput {
  readonly files: readonly SourceFile[];
  readonly problems: readonly InputProblem[];
  readonly templates: number;
}

/** Reads files, folders and stdin. */
export function inputOf(paths: readonly string[], { isIgnored }: LintConfig, cwd: string): LintInput {
  if (paths.includes('')) throw new InputError('a path is empty. name a file or a folder, or - for what comes in by stdin');
  const { files: names, problems, templates } = findFiles({ paths: paths.filter((path) => path !== STDIN), cwd, isIgnored });
  const read = names.map((name) => readFile(name, cwd));
  if (paths.includes(STDIN)) read.push(stdinText());
  const files = read.filter((one): one is SourceFile => 'text' in one);
  const unread = [...problems, ...read.flatMap((one) => ('text' in one ? [] : [one]))];
  // Green would be said of nothing: the folder is a wrong one.
  if (read.length === 0 && unread.length === 0 && templates === 0) {
    const where = paths.every((path) => path === '.') ? 'this folder' : paths.join(', ');
    throw new InputError(`there is no YAML and no JSON in ${where}. go to the folder of the manifests, or write its path`);
  }
  return { files, problems: unread, templates };
}

function stdinText(): SourceFile | InputProblem {
  try {
    const read = textOf(readStdin(LARGEST), STDIN_FILE);
    return 'text' in read && read.text.trim() === '' ? { file: STDIN_FILE, message: 'nothing came in. see whether the program that writes it has failed' } : read;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { file: STDIN_FILE, message: reasonOfCode(code, message) };
  }
}
