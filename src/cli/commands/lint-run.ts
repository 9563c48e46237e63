import { realpathSync, writeFileSync } from 'node:fs';
import { baselineOf, withoutBaseline } from '../../lint/baseline';
import { fixFiles } from '../../lint/fix/fix-files';
import { FORMATS } from '../../lint/format';
import { absolute, shownPath } from '../../lint/input-path';
import { type InputProblem, problemLine } from '../../lint/input-problem';
import { lintFiles, type LintOptions, type LintResult, type PlacedFinding } from '../../lint/lint-files';
import { placeInRepository } from '../../lint/repository-place';
import { configOf, profileOfOption, textOfFile } from '../../lint/settings-file';
import { shownProblems } from '../../lint/shown-problems';
import type { SourceFile } from '../../lint/source-document';
import { mergedTargets, targetsOfText } from '../../lint/targets-of';
import { InputError } from '../../manifests/input-error';
import { replaceFile } from '../../output/disk';
import type { Severity } from '../../validation/finding';
import { Profile } from '../../validation/profiles';
import { oneLine } from '../../validation/report/printable';
import { countBySeverity } from '../../validation/result';
import { ExitCode } from '../exit-code';
import type { Terminal } from '../terminal';
import { ownVersion } from '../version';
import { inputOf, type LintInput } from './lint-input';
import type { LintCommandOptions } from './lint-options';
import { previewFixes } from './lint-preview';

const BASELINE = 'lint-baseline.json';
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Lints, mends, writes what was found; gives the exit code. */
export function runLint(paths: readonly string[], options: LintCommandOptions, terminal: Terminal): ExitCode {
  const cwd = process.cwd();
  const config = configOf(options.config, cwd);
  const threshold = options.severity ?? config.severity ?? 'error';
  const input = inputOf(paths, config, cwd);
  const lintOptions: LintOptions = {
    cwd,
    targets: mergedTargets(config.targets, options.target === undefined ? {} : targetsOfText(options.target)),
    profile: options.profile === undefined ? config.profile ?? Profile.recommended() : profileOfOption(options.profile, cwd),
    complete: options.complete ?? config.complete ?? false,
    waivers: config.waivers,
    surroundings: config.surroundings,
  };
  if (options.dryRun === true) return preview(options, input, lintOptions, terminal);
  const linted = options.fix === true ? fixed(input.files, lintOptions, terminal) : lintFiles(input.files, lintOptions);
  const result = { ...linted, problems: [...input.problems, ...linted.problems] };
  sayProblems(result.problems, terminal);
  const baseline = baselineFile(options, config.baseline, cwd);
  if (options.writeBaseline !== undefined) {
    replaceFile(baseline!, baselineOf(result.findings), shownPath(baseline!, cwd));
    terminal.err(`${shownPath(baseline!, cwd)} has ${result.findings.length} findings now\n`);
    return result.problems.length > 0 ? ExitCode.refused : ExitCode.done;
  }
  const matched = baseline === undefined
    ? undefined
    : withoutBaseline(result.findings, textOfFile(baseline, cwd), shownPath(baseline, cwd));
  const fresh = matched?.findings ?? result.findings;
  const counts = ({ finding: { severity } }: PlacedFinding): boolean => RANK[severity] <= RANK[threshold];
  const findings = options.quiet === true ? fresh.filter(counts) : fresh;
  terminal.out(FORMATS[options.format]({
    result, findings,
    counts: countBySeverity(findings.map(({ finding }) => finding)),
    skipped: result.others + result.unknownKinds.reduce((sum, { count }) => sum + count, 0),
    ...(matched && { baseline: matched }),
    templates: input.templates,
    place: placeInRepository(cwd),
    version: ownVersion(),
    quiet: options.quiet ?? false,
  }, terminal.colors));
  if (result.problems.length > 0) return ExitCode.refused;
  return fresh.some(counts) ? ExitCode.found : ExitCode.done;
}

function sayProblems(problems: readonly InputProblem[], { colors, err }: Terminal): void {
  for (const problem of shownProblems(problems)) err(`${colors.red('error')}: ${oneLine(problemLine(problem))}\n`);
}

/** What would change is found, as in a check before a commit. */
function preview({ fix }: LintCommandOptions, input: LintInput, options: LintOptions, terminal: Terminal): ExitCode {
  if (fix !== true) throw new InputError('--dry-run shows what --fix would change. write --fix --dry-run');
  const { problems, changes } = previewFixes(input.files, options, terminal);
  const all = [...input.problems, ...problems];
  sayProblems(all, terminal);
  if (all.length > 0) return ExitCode.refused;
  return changes ? ExitCode.found : ExitCode.done;
}

function fixed(files: readonly SourceFile[], options: LintOptions, { colors, err }: Terminal): LintResult {
  const { changed, mended, undone, result } = fixFiles(files, options);
  // The file keeps its owner and its rights, and a link stays a link.
  for (const { absolute: full, path, text } of changed) {
    if (full !== undefined) writeFileSync(realpathSync(full), text);
    const count = mended.filter(({ object }) => object?.document.file.path === path).length;
    err(`${colors.green('mended')}: ${oneLine(path)}, ${count} finding${count === 1 ? '' : 's'}\n`);
  }
  for (const { file, line, finding } of undone) {
    const why = 'the edit has no certain place, or breaks something else';
    err(`${colors.yellow('not mended')}: ${oneLine(`${file}:${line} ${finding.rule}: ${why}`)}\n`);
  }
  return result;
}

/** The file of the baseline, if one is read or written. */
function baselineFile(options: LintCommandOptions, configured: string | undefined, cwd: string): string | undefined {
  const { baseline, writeBaseline } = options;
  const named = typeof writeBaseline === 'string' ? writeBaseline : baseline;
  if (named !== undefined) return absolute(named, cwd);
  return configured ?? (writeBaseline === undefined ? undefined : absolute(BASELINE, cwd));
}
