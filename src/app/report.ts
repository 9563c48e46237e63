import { createColors, isColorSupported } from 'picocolors';
import { jsonReport } from '../validation/report/json';
import { textReport } from '../validation/report/text';
import type { SynthResult } from './synth-result';

/** `text` for people, `json` for programs, `none` for silence. */
export type ReportFormat = 'text' | 'json' | 'none';

/** Prints the outcome of a synth to standard error, which leaves standard output to the program. */
export function printReport(format: ReportFormat, result: SynthResult): void {
  if (format === 'json') process.stderr.write(`${jsonReport(result.validation)}\n`);
  if (format !== 'text') return;
  const color = isColorSupported && Boolean(process.stderr.isTTY);
  const { findings, waived, skipped } = result.validation;
  if (findings.length + waived.length + skipped.length > 0) process.stderr.write(`${textReport(result.validation, { color })}\n`);
  for (const file of result.removed) process.stderr.write(`removed ${result.outdir}/${file}\n`);
  if (result.comparison && !result.comparison.upToDate) process.stderr.write(`${result.comparison.toString()}\n`);
  process.stderr.write(`${summaryOf(result, color)}\n`);
}

/** One line: `dist: 3 units, 24 objects, 3 files written, 0 unchanged, 0 errors, 1 warning, 41 ms`. */
function summaryOf(result: SynthResult, color: boolean): string {
  const { counts, waived, skipped } = result.validation;
  const files = `${result.written.length} written, ${result.unchanged.length} unchanged, ${result.removed.length} removed`;
  const findings = `${plural(counts.error, 'error')}, ${plural(counts.warning, 'warning')}, ${counts.info} info`;
  const unchecked = skipped.length > 0 ? `, ${plural(skipped.length, 'kind')} not checked` : '';
  const acknowledged = waived.length > 0 ? `, ${waived.length} acknowledged` : '';
  return `${createColors(color).bold(result.outdir)}: ${plural(result.units, 'unit')}, ${plural(result.objects, 'object')}; ` +
    `files: ${files}; ${findings}${acknowledged}${unchecked}; ${result.milliseconds.toFixed(0)} ms`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
