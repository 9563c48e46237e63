import { Baseline, type Baselined, type LookedAt } from '../../lint/baseline';
import { absolute, shownPath } from '../../lint/input-path';
import type { PlacedFinding } from '../../lint/lint-files';
import { replaceFile } from '../../output/disk';
import type { Terminal } from '../terminal';
import type { LintCommandOptions } from './lint-options';

const DEFAULT = 'lint-baseline.json';

/** The baseline of a run, read before anything is looked at or written: a wrong path is said at once. */
export class RunBaseline {
  /** @param configured the file that the settings name */
  public static of(options: LintCommandOptions, configured: string | undefined, cwd: string): RunBaseline | undefined {
    const { baseline: named, writeBaseline = false } = options;
    const file = named === undefined ? configured ?? (writeBaseline ? absolute(DEFAULT, cwd) : undefined) : absolute(named, cwd);
    if (file === undefined) return undefined;
    return new RunBaseline(file, writeBaseline ? Baseline.toRenew(file, cwd) : Baseline.read(file, cwd), cwd);
  }

  private constructor(private readonly file: string, private readonly baseline: Baseline, private readonly cwd: string) {}

  /** What is left of the findings. */
  public without(findings: readonly PlacedFinding[], lookedAt: LookedAt): Baselined {
    return this.baseline.without(findings, lookedAt);
  }

  /** Writes what is found now, and says how much that is. */
  public write(findings: readonly PlacedFinding[], lookedAt: LookedAt, { err }: Terminal): void {
    const { text, count, kept } = this.baseline.renewed(findings, lookedAt);
    const shown = shownPath(this.file, this.cwd);
    replaceFile(this.file, text, shown);
    const others = kept > 0 ? `, ${kept} of them in files that were not looked at` : '';
    err(`${shown} has ${count} finding${count === 1 ? '' : 's'} now${others}\n`);
  }
}
