import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { InputError } from '../manifests/input-error';
import { isJsonObject } from '../manifests/json';
import { describe } from '../manifests/manifest';
import { subjectOf } from '../validation/finding';
import { compareText } from '../validation/order';
import { shownPath } from './input-path';
import type { PlacedFinding } from './lint-files';
import { textOfFile } from './named-file';
import { STDIN_FILE } from './stdin-name';

/** What a baseline takes out of the findings. */
export interface Baselined {
  readonly findings: readonly PlacedFinding[];
  /** How many findings it has taken out. */
  readonly known: number;
  /** How many of its entries match nothing any more, in the files that were looked at. */
  readonly gone: number;
}

/** What a baseline becomes. */
export interface RenewedBaseline {
  readonly text: string;
  readonly count: number;
  /** How many of these are of files that were not looked at. */
  readonly kept: number;
}

/** Whether a file was looked at, which is named relative to the working directory: what is not found in another one may still be there. */
export type LookedAt = (file: string) => boolean;

/** What tells a finding from others when lines move: where in which object of which file it is. */
interface BaselineEntry {
  /** Relative to the folder of the baseline, so that it means the same wherever lint is called. */
  readonly file: string;
  readonly object: string;
  readonly rule: string;
  readonly pointer: string;
}

interface Matched {
  readonly fresh: readonly PlacedFinding[];
  readonly left: readonly BaselineEntry[];
}

/** Findings that are known and do not count. */
export class Baseline {
  /** The one of a file. */
  public static read(file: string, cwd: string): Baseline {
    return new Baseline(entriesIn(textOfFile(file, cwd), shownPath(file, cwd)), dirname(file), cwd);
  }

  /**
   * The one that a file is to have: an empty one where there is none yet.
   *
   * @throws InputError when the file is something else, which nobody wants to lose
   */
  public static toRenew(file: string, cwd: string): Baseline {
    if (!existsSync(dirname(file))) throw new InputError(`${shownPath(file, cwd)} cannot be written: there is no folder ${shownPath(dirname(file), cwd)}`);
    return existsSync(file) ? Baseline.read(file, cwd) : new Baseline([], dirname(file), cwd);
  }

  private constructor(private readonly entries: readonly BaselineEntry[], private readonly folder: string, private readonly cwd: string) {}

  /** Takes the findings out that are known. Two alike need two entries. */
  public without(findings: readonly PlacedFinding[], lookedAt: LookedAt): Baselined {
    const { fresh, left } = this.matched(findings);
    const gone = left.filter((entry) => this.isOf(entry, lookedAt)).length;
    return { findings: fresh, known: findings.length - fresh.length, gone };
  }

  /** The findings as a baseline, one line each, sorted, so that what is mended is a line less in a review. Other files keep their lines. */
  public renewed(findings: readonly PlacedFinding[], lookedAt: LookedAt): RenewedBaseline {
    const kept = this.matched(findings).left.filter((entry) => !this.isOf(entry, lookedAt));
    const lines = [...kept, ...findings.map((finding) => this.entryOf(finding))].map(lineOf).sort(compareText);
    const list = `${lines.map((line) => `\n    ${line}`).join(',')}${lines.length > 0 ? '\n  ' : ''}`;
    return { text: `{\n  "version": 1,\n  "findings": [${list}]\n}\n`, count: lines.length, kept: kept.length };
  }

  /** The findings that no entry knows, and the entries that know none of them. */
  private matched(findings: readonly PlacedFinding[]): Matched {
    const known = new Map<string, BaselineEntry[]>();
    for (const entry of this.entries) {
      const alike = known.get(lineOf(entry));
      if (alike) alike.push(entry);
      else known.set(lineOf(entry), [entry]);
    }
    const fresh = findings.filter((finding) => known.get(lineOf(this.entryOf(finding)))?.pop() === undefined);
    return { fresh, left: [...known.values()].flat() };
  }

  private isOf({ file }: BaselineEntry, lookedAt: LookedAt): boolean {
    return lookedAt(file === STDIN_FILE ? file : resolve(this.folder, file));
  }

  private entryOf({ finding, file }: PlacedFinding): BaselineEntry {
    const inside = file === STDIN_FILE || file === '' ? file : relative(this.folder, resolve(this.cwd, file)).split(sep).join('/');
    const subject = subjectOf(finding);
    return { file: inside, object: subject ? describe(subject.id) : '', rule: finding.rule, pointer: finding.pointer + (finding.inside ?? '') };
  }
}

/** An entry as its line. */
function lineOf({ file, object, rule, pointer }: BaselineEntry): string {
  return JSON.stringify({ file, object, rule, pointer });
}

function entriesIn(text: string, shown: string): readonly BaselineEntry[] {
  const value = parsed(text);
  const findings = isJsonObject(value) && value.version === 1 ? value.findings : undefined;
  if (!Array.isArray(findings)) throw new InputError(`${shown} is no baseline. name one that --write-baseline has made, or a file that is not there yet`);
  return findings.map((entry: unknown) => {
    const { file, object, rule, pointer } = isJsonObject(entry) ? entry : {};
    if (![file, object, rule, pointer].every((part) => typeof part === 'string')) throw new InputError(`${shown} has an entry that is no finding. remove it, or the file, and write it anew with --write-baseline`);
    return { file, object, rule, pointer } as unknown as BaselineEntry;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
