import { findFiles, reasonOfCode } from '../../lint/find-files';
import type { InputProblem } from '../../lint/input-problem';
import type { LintConfig } from '../../lint/lint-config';
import { LARGEST, readFile, textOf } from '../../lint/read-file';
import type { SourceFile } from '../../lint/source-document';
import { readStdin } from '../stdin';

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
  if (paths.includes(STDIN)) read.push(stdinText());
  const files = read.filter((one): one is SourceFile => 'text' in one);
  return { files, problems: [...problems, ...read.flatMap((one) => ('text' in one ? [] : [one]))], templates };
}

function stdinText(): SourceFile | InputProblem {
  try {
    return textOf(readStdin(LARGEST), '<stdin>');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { file: '<stdin>', message: reasonOfCode(code, message) };
  }
}
