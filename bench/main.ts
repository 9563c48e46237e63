import Table from 'cli-table3';
import { CASES } from './cases';
import { importTime } from './import-time';
import { lintTime } from './lint-time';
import { type Row, round, rowOf } from './row';
import { type Target, targetsOf } from './targets';

/** Compares `ArgoApp` with full validation with a plain `cdk8s.App` without any, on the same objects, and with what was promised. */
function main(args: readonly string[]): void {
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) throw new Error(`${unknown} is not an option. the option is --json`);
  const rows = CASES.map(rowOf);
  const load = importTime();
  const lint = lintTime();
  const targets = targetsOf(rows, load, lint);
  if (args.includes('--json')) {
    console.log(JSON.stringify({ cases: rows, import: load, lint, targets }));
    return;
  }
  console.log(tableOf(rows));
  console.log(`import: cdk8s-plus-27 ${round(load.plusMs)} ms, cdk8s-argo after it ${round(load.addedMs)} ms more, `
    + `${round(load.usedMs)} ms more once a canary with router and checks is used\n`);
  console.log(tableOfTargets(targets));
}

function tableOf(rows: readonly Row[]): string {
  const table = new Table({
    head: ['case', 'objects', 'cdk8s ms', 'ArgoApp ms', 'times faster', 'first: cdk8s', 'ArgoApp', 'peak MB'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    table.push([row.name, row.objects, row.cdk8sMs ?? '-', row.argoMs, row.ratio ?? '-', row.cdk8sFirstMs ?? '-', row.argoFirstMs, row.peakRssMb]);
  }
  return table.toString();
}

function tableOfTargets(targets: readonly Target[]): string {
  const table = new Table({ head: ['promise', 'wanted', 'measured', 'met'], colAligns: ['left', 'left', 'right', 'left'], style: { head: [], border: [] } });
  for (const { promise, wanted, measured, met } of targets) table.push([promise, wanted, measured, met ? 'yes' : 'no']);
  return table.toString();
}

main(process.argv.slice(2));
