import { InputError } from '../manifests/input-error';
import { isJsonObject } from '../manifests/json';
import { describe } from '../manifests/manifest';
import { compareText } from '../validation/order';
import type { PlacedFinding } from './lint-files';

/** What a baseline takes out of the findings. */
export interface Baselined {
  readonly findings: readonly PlacedFinding[];
  /** How many findings it has taken out. */
  readonly known: number;
  /** How many of its entries match nothing any more. */
  readonly gone: number;
}

/** What tells a finding from others when lines move: where in which object of which file it is. */
interface BaselineEntry {
  readonly file: string;
  readonly object: string;
  readonly rule: string;
  readonly pointer: string;
}

/** The findings as the text of a baseline: one line each, sorted, so that what is mended is a line less in a review. */
export function baselineOf(findings: readonly PlacedFinding[]): string {
  const lines = findings.map((finding) => JSON.stringify(entryOf(finding))).sort(compareText);
  return `{\n  "version": 1,\n  "findings": [${lines.map((line) => `\n    ${line}`).join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

/** Takes the findings out that a baseline knows. Two alike need two entries. */
export function withoutBaseline(findings: readonly PlacedFinding[], text: string, shown: string): Baselined {
  const left = new Map<string, number>();
  for (const entry of entriesIn(text, shown)) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + 1);
  const fresh = findings.filter((finding) => {
    const key = keyOf(entryOf(finding));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  return { findings: fresh, known: findings.length - fresh.length, gone: [...left.values()].reduce((sum, count) => sum + count, 0) };
}

function entryOf({ finding, file }: PlacedFinding): BaselineEntry {
  return { file, object: finding.entry ? describe(finding.entry.id) : '', rule: finding.rule, pointer: finding.pointer };
}

function keyOf({ file, object, rule, pointer }: BaselineEntry): string {
  return JSON.stringify([file, object, rule, pointer]);
}

function entriesIn(text: string, shown: string): readonly BaselineEntry[] {
  const value = parsed(text);
  const findings = isJsonObject(value) && value.version === 1 ? value.findings : undefined;
  if (!Array.isArray(findings)) throw new InputError(`${shown} is no baseline. make one with --write-baseline`);
  return findings.map((entry: unknown) => {
    const { file, object, rule, pointer } = isJsonObject(entry) ? entry : {};
    if (![file, object, rule, pointer].every((part) => typeof part === 'string')) throw new InputError(`${shown} has an entry that is no finding. make it anew with --write-baseline`);
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
