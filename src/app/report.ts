import { createColors } from 'picocolors';
import { hasColors } from '../validation/report/has-colors';
import { jsonReport } from '../validation/report/json';
import { textReport } from '../validation/report/text';
import type { SynthResult } from './synth-result';

/**
 * `text` for people, `json` for programs, `none` for silence. What stops a synth is an error in either case, whose message is the report:
 * the JSON, or the text.
 */
export type ReportFormat = 'text' | 'json' | 'none';

/** Prints the outcome of a synth to standard error, which leaves standard output to the program. */
export function printReport(format: ReportFormat, result: SynthResult): void {
  if (format === 'json') process.stderr.write(jsonReport(result.validation));
  if (format !== 'text') return;
  const color = hasColors(process.stderr);
  const { findings, waived, skipped } = result.validation;
  if (findings.length + waived.length + skipped.length > 0) process.stderr.write(`${textReport(result.validation, { color })}\n`);
  for (const file of result.removed) process.stderr.write(`removed ${result.outdir}/${file}\n`);
  if (result.comparison && !result.comparison.upToDate) process.stderr.write(`${result.comparison.toString()}\n`);
  for (const line of foreignTexts(result, color)) process.stderr.write(`${line}\n`);
  process.stderr.write(`${summaryOf(result, color)}\n`);
}

const MOST_FOREIGN = 5;

function foreignTexts({ outdir, foreign }: SynthResult, color: boolean): string[] {
  const warning = createColors(color).yellow('warning');
  const texts = foreign.slice(0, MOST_FOREIGN).map((file) => `${warning}  ${outdir}/${file} was not made by this program, and is applied with what was. ` +
    'declare it in the program, move it to a folder of its own, or write "# +argocd:skip-file-rendering" into it');
  return foreign.length > MOST_FOREIGN ? [...texts, `${warning}  ... and ${foreign.length - MOST_FOREIGN} more such files`] : texts;
}

/** What was done to files, or would be. */
function filesText({ comparison, written, unchanged, removed }: SynthResult): string {
  if (!comparison) return `${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`;
  const count = (state: string): number => comparison.differences.filter((difference) => difference.state === state).length;
  return `${count('missing')} missing, ${count('changed')} changed, ${count('stale')} stale, ${unchanged.length} as committed`;
}

/** One line: `dist: 3 units, 24 objects, 3 files written, 0 unchanged, 0 errors, 1 warning, 41 ms`. */
function summaryOf(result: SynthResult, color: boolean): string {
  const { counts, waived, skipped } = result.validation;
  const findings = `${plural(counts.error, 'error')}, ${plural(counts.warning, 'warning')}, ${counts.info} info`;
  const unchecked = skipped.length > 0 ? `, ${plural(skipped.length, 'kind')} not checked` : '';
  const acknowledged = waived.length > 0 ? `, ${waived.length} acknowledged` : '';
  return `${createColors(color).bold(result.outdir)}: ${plural(result.units, 'unit')}, ${plural(result.objects, 'object')}; ` +
    `files: ${filesText(result)}; ${findings}${acknowledged}${unchecked}; ${result.milliseconds.toFixed(0)} ms`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
