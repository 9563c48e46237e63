import type { createColors } from 'picocolors';
import { describe } from '../../manifests/manifest';
import { readablePlace, type Severity, subjectOf } from '../../validation/finding';
import { lined, oneLine } from '../../validation/report/printable';
import type { PlacedFinding } from '../lint-files';
import type { LintReport } from './report';

type Paint = ReturnType<typeof createColors>;

/** The report for people: the findings of each file, then what was not looked at, then the sum. */
export function lintText(report: LintReport, paint: Paint): string {
  const heads = new Map<string, PlacedFinding[]>();
  for (const placed of report.findings) {
    const own = heads.get(headOf(placed));
    if (own) own.push(placed);
    else heads.set(headOf(placed), [placed]);
  }
  const blocks = [...heads].map(([head, own]) =>
    [paint.underline(head), ...own.map((finding) => findingText(finding, paint))].join('\n'));
  const notes = report.quiet ? [] : notesOf(report);
  if (notes.length > 0) blocks.push(notes.map((note) => paint.dim(oneLine(note))).join('\n'));
  if (!report.quiet || report.findings.length > 0) blocks.push(summaryOf(report, paint));
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : '';
}

function headOf({ file, object }: PlacedFinding): string {
  const document = object?.document;
  return oneLine(document?.template === undefined ? file || 'of no file' : `${file} (lines of ${document.file.path})`);
}

function findingText({ finding, line, column }: PlacedFinding, paint: Paint): string {
  const { severity, rule, message, received, expected, fix } = finding;
  const entry = subjectOf(finding);
  const place = line === undefined ? '' : `${line}:${column}`;
  const object = entry ? `  ${paint.bold(oneLine(describe(entry.id)))}` : '';
  const where = oneLine(readablePlace(finding));
  const lines = [`  ${place.padEnd(7)} ${severityText(severity, paint)}  ${rule}${object}`, `          ${where ? `${paint.cyan(where)}: ` : ''}${lined(message, 10)}`];
  for (const [label, text] of [['got', received], ['wanted', expected], ['fix', fix]] as const) {
    if (text !== undefined) lines.push(`            ${paint.dim(label.padEnd(6))}  ${lined(text, 20)}`);
  }
  return lines.join('\n');
}

function severityText(severity: Severity, paint: Paint): string {
  const text = severity.padEnd(7);
  if (severity === 'error') return paint.red(text);
  return severity === 'warning' ? paint.yellow(text) : paint.blue(text);
}

function notesOf({ result, baseline, templates, elsewhere }: LintReport): readonly string[] {
  const notes = result.waived.map(({ finding, waiver }) => {
    const entry = subjectOf(finding);
    return `waived ${finding.rule} ${entry ? describe(entry.id) : ''}: ${waiver.reason}${waiver.until ? `, until ${waiver.until}` : ''}`;
  });
  const reasons = [...new Set(result.unknownKinds.map(({ reason }) => reason))];
  for (const reason of reasons) {
    const kinds = result.unknownKinds.filter((one) => one.reason === reason);
    notes.push(`skipped ${plural(kinds.reduce((sum, { count }) => sum + count, 0), 'object')} of ${kinds.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`).join(', ')}: ${reason}`);
  }
  if (result.others > 0) notes.push(`skipped ${plural(result.others, 'document')}: no Kubernetes objects, or only parts of them`);
  if (result.encrypted > 0) notes.push(`skipped ${plural(result.encrypted, 'object')} that SOPS has encrypted`);
  if (result.unread.length > 0) {
    notes.push(`skipped what kustomizations take from elsewhere: ${someOf(result.unread)}. what is missed may be in it: kustomize build ... | cdk8s-argo lint -`);
  }
  if (templates > 0) notes.push(`skipped ${plural(templates, 'template')} of Helm charts. lint what they render: helm template ... | cdk8s-argo lint -`);
  if (elsewhere > 0) notes.push(`${plural(elsewhere, 'finding')} in other files not shown`);
  if (baseline && baseline.known > 0) notes.push(`${plural(baseline.known, 'finding')} of the baseline not shown`);
  if (baseline && baseline.gone > 0) notes.push(`${plural(baseline.gone, 'finding')} of the baseline mended. take the lines out with --write-baseline`);
  return notes;
}

function someOf(texts: readonly string[]): string {
  const more = texts.length > 3 ? ` and ${texts.length - 3} more` : '';
  return `${texts.slice(0, 3).join(', ')}${more}`;
}

function summaryOf({ counts, result }: LintReport, paint: Paint): string {
  const parts = [
    ...(counts.error > 0 ? [paint.red(plural(counts.error, 'error'))] : []),
    ...(counts.warning > 0 ? [paint.yellow(plural(counts.warning, 'warning'))] : []),
    ...(counts.info > 0 ? [paint.blue(`${counts.info} info`)] : []),
  ];
  const looked = `in ${plural(result.objects, 'object')} of ${plural(result.files, 'file')}`;
  return `${parts.length > 0 ? parts.join(', ') : paint.green('nothing found')} ${looked}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
