import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { fixFiles } from '../../lint/fix/fix-files';
import type { InputProblem } from '../../lint/input-problem';
import type { LintOptions } from '../../lint/lint-files';
import type { LintScope } from '../../lint/lint-scope';
import type { SourceFile } from '../../lint/source-document';
import { oneLine } from '../../validation/report/printable';
import type { Terminal } from '../terminal';

/** What `--fix` would do. */
export interface FixPreview {
  readonly problems: readonly InputProblem[];
  /** Whether a file would change. */
  readonly changes: boolean;
}

/** Shows what `--fix` would change as a patch that `git apply` takes, and writes nothing. */
export function previewFixes(files: readonly SourceFile[], options: LintOptions, scope: LintScope, terminal: Terminal): FixPreview {
  const { colors, errColors, out, err } = terminal;
  const { changed, undone, result: { problems } } = fixFiles(files, options, (file) => scope.asksFor(file));
  for (const { path, ...after } of changed) {
    const before = files.find((file) => file.path === path)!;
    const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, withMark(before), withMark(after), '', '', { context: 3, headerOptions: FILE_HEADERS_ONLY });
    out(patch.split('\n').map((line) => {
      if (/^(?:---|\+\+\+) /.test(line)) return colors.bold(oneLine(line.trimEnd()));
      const paint = line.startsWith('+') ? colors.green : line.startsWith('-') ? colors.red : line.startsWith('@@') ? colors.cyan : String;
      return paint(line);
    }).join('\n'));
  }
  for (const { file, line, finding } of undone) {
    err(`${errColors.yellow('would not mend')}: ${oneLine(`${file}:${line} ${finding.rule}: the edit has no certain place, or breaks something else`)}\n`);
  }
  return { problems, changes: changed.length > 0 };
}

function withMark({ text, hasMark }: Pick<SourceFile, 'text' | 'hasMark'>): string {
  return `${hasMark === true ? '\uFEFF' : ''}${text}`;
}
