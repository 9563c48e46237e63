import { askedPart } from '../../lint/asked-part';
import { FORMATS } from '../../lint/format';
import { absolute } from '../../lint/input-path';
import { type InputProblem, problemLine } from '../../lint/input-problem';
import type { LintConfig } from '../../lint/lint-config';
import { lintFiles, type LintOptions, type PlacedFinding } from '../../lint/lint-files';
import { LintScope } from '../../lint/lint-scope';
import { namedProfile } from '../../lint/named-profile';
import { placeInRepository } from '../../lint/repository-place';
import { configOf } from '../../lint/settings-file';
import { shownProblems } from '../../lint/shown-problems';
import { mergedTargets, targetsOfText } from '../../lint/targets-of';
import { InputError } from '../../manifests/input-error';
import type { Severity } from '../../validation/finding';
import { Profile } from '../../validation/profiles';
import { oneLine } from '../../validation/report/printable';
import { countBySeverity } from '../../validation/result';
import { ExitCode } from '../exit-code';
import type { Terminal } from '../terminal';
import { ownVersion } from '../version';
import { RunBaseline } from './lint-baseline';
import { mendFiles } from './lint-fix';
import { inputOf, type LintInput } from './lint-input';
import type { LintCommandOptions } from './lint-options';
import { previewFixes } from './lint-preview';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Lints, mends, writes what was found; gives the exit code. */
export function runLint(paths: readonly string[], options: LintCommandOptions, terminal: Terminal): ExitCode {
  if (options.dryRun === true && options.fix !== true) throw new InputError('--dry-run shows what --fix would change. write --fix --dry-run');
  const cwd = process.cwd();
  const config = configOf(options.config, cwd);
  const threshold = options.severity ?? config.severity ?? 'error';
  const scope = new LintScope(paths, options.only, cwd);
  const baseline = RunBaseline.of(options, config.baseline, cwd);
  const lintOptions: LintOptions = {
    cwd,
    targets: mergedTargets(config.targets, options.target === undefined ? {} : targetsOfText(options.target)),
    profile: options.profile === undefined ? config.profile ?? Profile.recommended() : namedProfile(options.profile, cwd, cwd),
    complete: isComplete(options, config, scope, terminal),
    waivers: config.waivers,
    surroundings: config.surroundings,
  };
  const input = inputOf(paths, config, cwd);
  if (options.dryRun === true) return preview(input, lintOptions, scope, terminal);
  const linted = options.fix === true ? mendFiles(input.files, lintOptions, scope, terminal) : lintFiles(input.files, lintOptions);
  const { result, elsewhere, unread } = askedPart({ ...linted, problems: [...input.problems, ...linted.problems] }, scope);
  sayProblems(result.problems, terminal);
  if (unread > 0) note(`${unread} other file${unread === 1 ? '' : 's'} cannot be read, and may hold what is missed here`, terminal);
  const unreadable = new Set(result.problems.map(({ file }) => absolute(file, cwd)));
  const lookedAt = (file: string): boolean => scope.speaksOf(file) && !unreadable.has(absolute(file, cwd));
  if (options.writeBaseline === true) {
    if (input.files.length > 0) baseline!.write(result.findings, lookedAt, terminal);
    return result.problems.length > 0 ? ExitCode.refused : ExitCode.done;
  }
  const matched = baseline?.without(result.findings, lookedAt);
  const fresh = matched?.findings ?? result.findings;
  const counts = ({ finding: { severity } }: PlacedFinding): boolean => RANK[severity] <= RANK[threshold];
  const findings = options.quiet === true ? fresh.filter(counts) : fresh;
  terminal.out(FORMATS[options.format]({
    result, findings, elsewhere,
    counts: countBySeverity(findings.map(({ finding }) => finding)),
    skipped: result.others + result.encrypted + result.unknownKinds.reduce((sum, { count }) => sum + count, 0),
    ...(matched && { baseline: matched }),
    templates: input.templates,
    place: placeInRepository(cwd),
    version: ownVersion(),
    quiet: options.quiet ?? false,
  }, terminal.colors));
  if (result.problems.length > 0) return ExitCode.refused;
  return fresh.some(counts) ? ExitCode.found : ExitCode.done;
}

/** The settings say it of all files below their folder: of a part it would not be true. */
function isComplete({ complete, quiet }: LintCommandOptions, config: LintConfig, scope: LintScope, terminal: Terminal): boolean {
  if (complete !== undefined) return complete;
  if (config.complete !== true || config.place === undefined) return false;
  if (scope.readsAllOf(config.place.folder)) return true;
  if (quiet !== true) {
    note(`these files are a part of those that ${config.place.shown} says are complete, so what is missed is a warning. `
      + 'add --complete if they are all there is, or read all and name these after --only', terminal);
  }
  return false;
}

function note(text: string, { errColors: colors, err }: Terminal): void {
  err(`${colors.yellow('note')}: ${oneLine(text)}\n`);
}

function sayProblems(problems: readonly InputProblem[], { errColors: colors, err }: Terminal): void {
  for (const problem of shownProblems(problems)) err(`${colors.red('error')}: ${oneLine(problemLine(problem))}\n`);
}

/** What would change is found, as in a check before a commit. */
function preview(input: LintInput, options: LintOptions, scope: LintScope, terminal: Terminal): ExitCode {
  const { problems, changes } = previewFixes(input.files, options, scope, terminal);
  const all = [...input.problems, ...problems].filter(({ file }) => scope.asksFor(file));
  sayProblems(all, terminal);
  if (all.length > 0) return ExitCode.refused;
  return changes ? ExitCode.found : ExitCode.done;
}
