import type { ImportTime } from './import-time';
import type { LintTime } from './lint-time';
import { type Row, round } from './row';

/** What was promised, and what came out. */
export interface Target {
  readonly promise: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

/** Holds the figures against what this library promises. */
export function targetsOf(rows: readonly Row[], load: ImportTime, lint: LintTime): Target[] {
  const row = (name: string): Row => rows.find((one) => one.name === name)!;
  const growth = round(row('2000x10').argoMs / row('200x10').argoMs);
  const large = row('10000x10');
  const touched = rows.reduce((sum, { touchedAgain }) => sum + (touchedAgain ?? 0), 0);
  return [
    target('2,000 charts x 10, against cdk8s', 'at least 10 times faster', `${row('2000x10').ratio}`, row('2000x10').ratio! >= 10),
    target('1 chart x 10, against cdk8s, once it is warm', 'not slower', `${row('1x10').ratio}`, row('1x10').ratio! >= 1),
    target('time of 2,000 charts / time of 200', 'at most 12', `${growth}`, growth <= 12),
    target('a chain of 100 charts x 5', 'under 1,000 ms', `${row('chain 100x5').argoMs} ms`, row('chain 100x5').argoMs < 1_000),
    target('100 ordered Applications x 5', 'under 1,000 ms', `${row('applications 100x5').argoMs} ms`, row('applications 100x5').argoMs < 1_000),
    target('2,000 orders inside a chart of 4,000 objects', 'under 3,000 ms', `${row('order 1x4000').argoMs} ms`, row('order 1x4000').argoMs < 3_000),
    target('100,000 objects, time', 'at most 60 s', `${round(large.argoMs / 1_000)} s`, large.argoMs <= 60_000),
    target('100,000 objects, memory', 'at most 2,048 MB', `${large.peakRssMb} MB`, large.peakRssMb <= 2_048),
    target('files touched by synths of what is unchanged', '0', `${touched}`, touched === 0),
    target('lint of 10,000 objects, with the start of the command', 'under 5 s', `${round(lint.ms / 1_000)} s`, lint.ms < 5_000),
    target('import, beside cdk8s-plus-27', 'at most 60 ms', `${round(load.addedMs)} ms, ${round(load.addedMs + load.usedMs)} ms with a canary`, load.addedMs <= 60),
  ];
}

function target(promise: string, wanted: string, measured: string, met: boolean): Target {
  return { promise, wanted, measured, met };
}
