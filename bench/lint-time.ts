import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { build } from './build';
import { median } from './median';

/** How long linting takes. */
export interface LintTime {
  readonly objects: number;
  readonly ms: number;
}

const RUNS = 3;

/** How long `cdk8s-argo lint` takes over the files of a thousand charts with ten objects each, with the start of the process. */
export function lintTime(): LintTime {
  const memory = '/dev/shm';
  const folder = fs.mkdtempSync(path.join(fs.existsSync(memory) ? memory : os.tmpdir(), 'cdk8s-argo-bench-'));
  try {
    const { app, objects } = build('argo', { name: 'lint', charts: 1_000, objectsPerChart: 10, relation: 'none' }, folder);
    app.synth();
    const program = path.resolve(__dirname, '../bin/cdk8s-argo');
    const times = Array.from({ length: RUNS }, () => {
      const started = performance.now();
      execFileSync(process.execPath, [program, 'lint', '--no-config', folder], { stdio: 'ignore' });
      return performance.now() - started;
    });
    return { objects, ms: median(times) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
