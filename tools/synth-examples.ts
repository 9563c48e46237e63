import Table from 'cli-table3';
import { type ExampleRun, exampleNames, runExample } from './example-run';

/**
 * Synthesizes every example into `dist/` and prints what each of them did. Ends with 1 when one of them fails. With `--check` nothing is
 * written, and an example fails when its folder in `dist/` is not what it makes.
 */
function main(args: readonly string[]): void {
  const runs = exampleNames().map((name) => runExample(name, args));
  for (const run of runs) if ('findings' in run && run.findings) console.log(`${run.name}\n${run.findings}\n`);
  console.log(tableOf(runs));
  for (const run of runs) {
    if (!('problem' in run)) continue;
    console.error(`\nexamples/${run.name} failed: ${run.problem}`);
    process.exitCode = 1;
  }
}

function tableOf(runs: readonly ExampleRun[]): string {
  const table = new Table({
    head: ['example', 'units', 'objects', 'written', 'unchanged', 'removed', 'errors', 'warnings', 'info', 'ms'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const run of runs) {
    if ('problem' in run) {
      table.push([run.name, { colSpan: 9, content: 'failed' }]);
      continue;
    }
    const { units, objects, written, unchanged, removed, errors, warnings, infos, milliseconds } = run.summary;
    table.push([run.name, units, objects, written, unchanged, removed, errors, warnings, infos, milliseconds]);
  }
  return table.toString();
}

main(process.argv.slice(2));
