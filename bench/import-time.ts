import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { median } from './median';

/** How long loading takes. */
export interface ImportTime {
  /** cdk8s-plus-27 alone, in milliseconds. */
  readonly plusMs: number;
  /** What cdk8s-argo takes after it. */
  readonly addedMs: number;
}

const RUNS = 9;

// Plain JavaScript in a plain process: what a compiled program pays.
const PROGRAM = `
  const started = performance.now();
  require('cdk8s-plus-27');
  const between = performance.now();
  require('cdk8s-argo');
  console.log(JSON.stringify([between - started, performance.now() - between]));
`;

/** Loads the packages in several new processes, one after another. */
export function importTime(): ImportTime {
  const runs = Array.from({ length: RUNS }, () =>
    JSON.parse(execFileSync(process.execPath, ['-e', PROGRAM], { encoding: 'utf8', cwd: path.resolve(__dirname, '..') })) as [number, number]);
  return { plusMs: median(runs.map(([plus]) => plus)), addedMs: median(runs.map(([, added]) => added)) };
}
