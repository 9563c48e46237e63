import Table from 'cli-table3';
import { type Case, CASES, LARGE_CASES } from './cases';
import { importTime } from './import-time';
import { measureInChild } from './spawn';

/** A line of the result. Times are medians in milliseconds; a ratio over 1 says that ArgoApp is that many times faster. */
interface Row {
  readonly name: string;
  readonly charts: number;
  readonly objects: number;
  readonly cdk8sMs: number | null;
  readonly argoMs: number;
  readonly ratio: number | null;
  readonly cdk8sFirstMs: number | null;
  readonly argoFirstMs: number;
  readonly peakRssMb: number;
}

/** Compares `ArgoApp` with full validation with a plain `cdk8s.App` without any, on the same objects. */
function main(args: readonly string[]): void {
  const unknown = args.find((arg) => arg !== '--json' && arg !== '--large');
  if (unknown !== undefined) throw new Error(`${unknown} is not an option. the options are --json and --large`);
  const rows = [...CASES, ...(args.includes('--large') ? LARGE_CASES : [])].map(rowOf);
  const { plusMs, addedMs } = importTime();
  if (args.includes('--json')) {
    const load = { name: 'import', charts: 0, objects: 0, cdk8sMs: round(plusMs), argoMs: round(plusMs + addedMs), ratio: null, peakRssMb: null };
    console.log(JSON.stringify({ cases: [...rows, load] }));
    return;
  }
  console.log(tableOf(rows));
  console.log(`import: cdk8s-plus-27 ${round(plusMs)} ms, cdk8s-argo after it ${round(addedMs)} ms more`);
}

function rowOf(measured: Case): Row {
  const argo = measureInChild('argo', measured);
  const cdk8s = measured.oursAlone ? undefined : measureInChild('cdk8s', measured);
  return {
    name: measured.name,
    charts: measured.charts,
    objects: argo.objects,
    cdk8sMs: cdk8s ? round(cdk8s.medianMs) : null,
    argoMs: round(argo.medianMs),
    ratio: cdk8s ? round(cdk8s.medianMs / argo.medianMs) : null,
    cdk8sFirstMs: cdk8s ? round(cdk8s.firstMs) : null,
    argoFirstMs: round(argo.firstMs),
    peakRssMb: Math.round(argo.peakRssMb),
  };
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

function round(ms: number): number {
  return Number(ms.toPrecision(3));
}

main(process.argv.slice(2));
