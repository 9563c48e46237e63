import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ArgoApp } from 'cdk8s-argo';
import { build, type Tool } from './build';
import type { Case } from './cases';
import { median } from './median';

/** What a child measured. */
export interface Measurement {
  /** The first synth of a process: what one call of the command line costs, without the loading of packages. */
  readonly firstMs: number;
  /** The median of those after it, or the first where one takes longer than the time there is. */
  readonly medianMs: number;
  readonly peakRssMb: number;
  readonly objects: number;
  /** Files that a second synth of the same tree into the same folder writes or removes; absent where nothing is written. */
  readonly touchedAgain?: number;
}

const BUDGET_MS = 5_000;
/** A synth that takes this long is measured once. */
const LONG_MS = 15_000;
const MOST_RUNS = 25;
const FEWEST_RUNS = 3;

/** A folder in memory, where the system has one. */
const MEMORY = '/dev/shm';

function measure(tool: Tool, measured: Case): Measurement {
  const { elapsed: firstMs, objects, touchedAgain } = run(tool, measured, true);
  const times: number[] = [];
  if (firstMs < LONG_MS) {
    const end = performance.now() + BUDGET_MS;
    while (times.length < FEWEST_RUNS || (times.length < MOST_RUNS && performance.now() < end)) times.push(run(tool, measured).elapsed);
  }
  const medianMs = times.length > 0 ? median(times) : firstMs;
  return { firstMs, medianMs, peakRssMb: process.resourceUsage().maxRSS / 1024, objects, touchedAgain };
}

interface Run {
  readonly elapsed: number;
  readonly objects: number;
  readonly touchedAgain?: number;
}

/** One synth of a new tree into a new folder, and if asked for a second one into the same. */
function run(tool: Tool, measured: Case, again = false): Run {
  const folder = fs.mkdtempSync(path.join(measured.disk || !fs.existsSync(MEMORY) ? os.tmpdir() : MEMORY, 'cdk8s-argo-bench-'));
  try {
    const { app, objects } = build(tool, measured, path.join(folder, 'dist'));
    globalThis.gc?.();
    const started = performance.now();
    const result = measured.noWrite ? app.synthYaml() : app.synth();
    const elapsed = performance.now() - started;
    if (!(app instanceof ArgoApp) || measured.noWrite) return { elapsed, objects };
    expectObjects(result, objects);
    return { elapsed, objects, touchedAgain: again ? touchedBy(app) : undefined };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function touchedBy(app: ArgoApp): number {
  const { written, removed } = app.synth();
  return written.length + removed.length;
}

// A fast synth of too little would be no achievement.
function expectObjects(result: unknown, wanted: number): void {
  const { objects, validation } = result as ReturnType<ArgoApp['synth']>;
  if (objects !== wanted) throw new Error(`the synth has ${objects} objects instead of ${wanted}`);
  if (validation.counts.error > 0) throw new Error('the objects of the comparison have errors');
}

const [tool, measured] = JSON.parse(process.argv[2]!) as [Tool, Case];
process.stdout.write(JSON.stringify(measure(tool, measured)));
