import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** What an example did, as the last line of its output says. */
export interface ExampleSummary {
  readonly outdir: string;
  readonly units: number;
  readonly objects: number;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly milliseconds: number;
}

/** How the run of an example ended. */
export type ExampleRun =
  | { readonly name: string; readonly summary: ExampleSummary; readonly findings: string }
  | { readonly name: string; readonly problem: string };

const ROOT = path.resolve(__dirname, '..');

/** The folders of `examples` that have a program. Being there is all it takes. */
export function exampleNames(): string[] {
  return fs.readdirSync(path.join(ROOT, 'examples')).filter((name) => fs.existsSync(path.join(ROOT, 'examples', name, 'main.ts'))).sort();
}

/**
 * Runs an example as its reader would, against the compiled package under its own name.
 *
 * @param args for the program: `--check`
 */
export function runExample(name: string, args: readonly string[] = []): ExampleRun {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join('examples', name, 'main.ts'), ...args],
    // Without a terminal there are no colours, and tsx reads tsconfig.json, which leads the package's name to lib.
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, CDK8S_OUTDIR: undefined } },
  );
  const output = `${stdout}${stderr}`.trim();
  // What an example prints itself is for its reader.
  const lines = stderr.trim().split('\n');
  if (status !== 0) return { name, problem: `it ended with ${status ?? 'a signal'}:\n${output}` };
  const summary = parseSummary(lines.pop()!);
  if (!summary) return { name, problem: `its last line is not the summary of a synth. call app.synth() last, with the report 'text':\n${output}` };
  if (summary.outdir !== `dist/${name}`) {
    return { name, problem: `it writes to ${summary.outdir}. write to the folder of its name: new ArgoApp({ outdir: 'dist/${name}' })` };
  }
  return { name, summary, findings: lines.join('\n').trim() };
}

/** Reads `dist/web: 1 unit, 5 objects; files: 1 written, 0 unchanged, 0 removed; 0 errors, 0 warnings, 0 info; 41 ms`. */
export function parseSummary(line: string): ExampleSummary | undefined {
  const match = new RegExp(
    '^(?<outdir>\\S+): (?<units>\\d+) units?, (?<objects>\\d+) objects?; ' +
    'files: (?:(?<written>\\d+) written, (?<unchanged>\\d+) unchanged, (?<removed>\\d+) removed' +
    '|0 missing, 0 changed, 0 stale, (?<same>\\d+) as committed); ' +
    '(?<errors>\\d+) errors?, (?<warnings>\\d+) warnings?, (?<infos>\\d+) info' +
    '(, \\d+ acknowledged)?(, \\d+ kinds? not checked)?; (?<milliseconds>\\d+) ms$',
  ).exec(line);
  if (!match?.groups) return undefined;
  const { outdir, ...counts } = match.groups;
  // A check that has found a difference did not get here: it ended with 1.
  const count = (name: string): number => Number(counts[name] ?? 0);
  return {
    outdir: outdir!,
    units: count('units'),
    objects: count('objects'),
    written: count('written'),
    unchanged: count('unchanged') + count('same'),
    removed: count('removed'),
    errors: count('errors'),
    warnings: count('warnings'),
    infos: count('infos'),
    milliseconds: count('milliseconds'),
  };
}
