import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { median } from './median';

/** How long loading takes. */
export interface ImportTime {
  /** cdk8s-plus-27 alone, in milliseconds. */
  readonly plusMs: number;
  /** What the import of cdk8s-argo takes after it. */
  readonly addedMs: number;
  /** What a program takes on top that uses a canary with its router and checks: files are loaded when something of them is used. */
  readonly usedMs: number;
}

const RUNS = 9;

// Plain JavaScript in a plain process: what a compiled program pays.
const PROGRAM = `
  const times = [performance.now()];
  require('cdk8s-plus-27');
  times.push(performance.now());
  const argo = require('cdk8s-argo');
  times.push(performance.now());
  for (const name of ['ArgoApp', 'ArgoChart', 'CanaryRollout', 'CanaryStep', 'TrafficRouter', 'AnalysisCheck', 'Arg', 'Metric', 'Condition', 'promql']) argo[name];
  times.push(performance.now());
  console.log(JSON.stringify(times));
`;

/** Loads the packages in several new processes, one after another. */
export function importTime(): ImportTime {
  const runs = Array.from({ length: RUNS }, () =>
    JSON.parse(execFileSync(process.execPath, ['-e', PROGRAM], { encoding: 'utf8', cwd: path.resolve(__dirname, '..') })) as number[]);
  const between = (i: number): number => median(runs.map((times) => times[i + 1]! - times[i]!));
  return { plusMs: between(0), addedMs: between(1), usedMs: between(2) };
}
