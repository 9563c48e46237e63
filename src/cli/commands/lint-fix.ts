import { type FixedFiles, fixFiles } from '../../lint/fix/fix-files';
import type { InputProblem } from '../../lint/input-problem';
import { lintFiles, type LintOptions, type LintResult } from '../../lint/lint-files';
import type { LintScope } from '../../lint/lint-scope';
import type { SourceFile } from '../../lint/source-document';
import { oneLine } from '../../validation/report/printable';
import type { Terminal } from '../terminal';
import { writeMended } from './write-mended';

/** Mends files, says what was mended and what was not, and gives what is found in them then. */
export function mendFiles(files: readonly SourceFile[], options: LintOptions, scope: LintScope, terminal: Terminal): LintResult {
  const { errColors: colors, err } = terminal;
  const fixed = fixFiles(files, options, (file) => scope.asksFor(file));
  const left = new Map<string, InputProblem>();
  for (const file of fixed.changed) {
    const message = writeMended(file, files.find(({ path }) => path === file.path)!);
    if (message !== undefined) {
      left.set(file.path, { file: file.path, message });
      continue;
    }
    const count = fixed.mended.filter(({ object }) => object?.document.file.path === file.path).length;
    err(`${colors.green('mended')}: ${oneLine(file.path)}, ${count} finding${count === 1 ? '' : 's'}\n`);
  }
  for (const { file, line, finding } of fixed.undone) {
    const why = 'the edit has no certain place, or breaks something else';
    err(`${colors.yellow('not mended')}: ${oneLine(`${file}:${line} ${finding.rule}: ${why}`)}\n`);
  }
  return left.size === 0 ? fixed.result : resultWithout(left, files, fixed, options);
}

/** What is found where some files are as they were. */
function resultWithout(
  left: ReadonlyMap<string, InputProblem>, files: readonly SourceFile[], { changed }: FixedFiles, options: LintOptions,
): LintResult {
  const now = files.map((file) => (left.has(file.path) ? file : changed.find(({ path }) => path === file.path) ?? file));
  const result = lintFiles(now, options);
  return { ...result, problems: [...left.values(), ...result.problems] };
}
