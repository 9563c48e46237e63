import pc from 'picocolors';
import { describe } from '../../manifests/manifest';
import { lineOf } from '../../manifests/provenance';
import { type Finding, provenanceOf, readablePlace, type Severity, subjectOf } from '../finding';
import type { SkippedCheck, ValidationResult } from '../result';
import type { WaivedFinding } from '../waivers';
import { lined, oneLine } from './printable';

/** How the report looks. */
export interface TextReportOptions {
  /**
   * Colours, for a terminal.
   *
   * @default false
   */
  readonly color?: boolean;
}

/** The report as people read it in a terminal: findings by object, then what was waived and skipped, then the sum. */
export function textReport(result: ValidationResult, options: TextReportOptions = {}): string {
  const paint = pc.createColors(options.color ?? false);
  const blocks = groupByObject(result.findings).map((group) => groupText(group, paint));
  const notes = [...result.waived.map((waived) => waivedText(waived)), ...skippedTexts(result.skipped)];
  if (notes.length > 0) blocks.push(notes.map((note) => paint.dim(note)).join('\n'));
  blocks.push(summaryText(result, paint));
  return `${blocks.join('\n\n')}\n`;
}

type Paint = ReturnType<typeof pc.createColors>;

/** Findings about one object stand together, and so does what is said of several constructs in the same words. */
function groupByObject(findings: readonly Finding[]): Finding[][] {
  const groups: Finding[][] = [];
  const byText = new Map<string, Finding[]>();
  let last: Finding | undefined;
  for (const finding of findings) {
    const text = finding.entry ? undefined : [finding.rule, finding.severity, finding.message, finding.received, finding.fix].join('\n');
    const same = last && finding.entry !== undefined && subjectOf(last) === subjectOf(finding) && last.origin === finding.origin;
    const group = same ? groups[groups.length - 1] : text === undefined ? undefined : byText.get(text);
    if (group) {
      group.push(finding);
    } else {
      groups.push([finding]);
      if (text !== undefined) byText.set(text, groups[groups.length - 1]!);
    }
    last = finding;
  }
  return groups;
}

const MOST_PLACES = 5;

function groupText(group: readonly Finding[], paint: Paint): string {
  const [first] = group as [Finding];
  const lines = (first.entry ? group : [first]).map((finding) => findingText(finding, paint));
  const places = (first.entry ? [first] : group).map(placeText).filter((place) => place !== '');
  const more = places.length > MOST_PLACES ? [`and ${places.length - MOST_PLACES} more places`] : [];
  return [...lines, ...places.slice(0, MOST_PLACES).map((place) => paint.dim(`  at ${place}`)), ...more.map((text) => paint.dim(`  ${text}`))].join('\n');
}

function findingText(finding: Finding, paint: Paint): string {
  const head = [severityText(finding.severity, paint), finding.rule];
  const subject = subjectOf(finding);
  if (subject) head.push(paint.bold(oneLine(describe(subject.id))));
  const where = oneLine(readablePlace(finding));
  const lines = [head.join('  '), `  ${where ? `${paint.cyan(where)}: ` : ''}${lined(finding.message, 2)}`];
  const details: ReadonlyArray<readonly [string, string | undefined]> = [
    ['got', finding.received],
    ['wanted', finding.expected],
    ['fix', finding.fix],
  ];
  for (const [label, text] of details) {
    if (text !== undefined) lines.push(`    ${paint.dim(label.padEnd(6))}  ${lined(text, 12)}`);
  }
  return lines.join('\n');
}

function severityText(severity: Severity, paint: Paint): string {
  if (severity === 'error') return paint.red('error');
  return severity === 'warning' ? paint.yellow('warning') : paint.blue('info');
}

function placeText(finding: Finding): string {
  const provenance = provenanceOf(finding);
  const { constructPath, file } = provenance;
  const line = lineOf(provenance);
  const code = constructPath && line ? `${constructPath} (${line})` : constructPath || line;
  const output = file ?? (finding.entry && `unit ${finding.entry.unit.id}`);
  return oneLine([code, code && file ? `file ${file}` : output].filter((part) => part).join(', '));
}

function waivedText({ finding, waiver }: WaivedFinding): string {
  const subject = subjectOf(finding);
  const object = subject ? ` ${describe(subject.id)}` : '';
  const until = waiver.until ? `, until ${waiver.until}` : '';
  return oneLine(`waived ${finding.rule} ${object}: ${waiver.reason}${until}`);
}

/** A line for each reason: kinds of one reason stand together. */
function skippedTexts(skipped: readonly SkippedCheck[]): string[] {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const kinds = skipped.filter((one) => one.reason === reason);
    const count = kinds.reduce((sum, one) => sum + one.count, 0);
    return oneLine(`skipped ${plural(count, 'object')} of ${kinds.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`).join(', ')}: ${reason}`);
  });
}

function summaryText(result: ValidationResult, paint: Paint): string {
  const { error, warning, info } = result.counts;
  const parts: string[] = [];
  if (error > 0) parts.push(paint.red(plural(error, 'error')));
  if (warning > 0) parts.push(paint.yellow(plural(warning, 'warning')));
  if (info > 0) parts.push(paint.blue(`${info} info`));
  const looked = `in ${plural(result.units, 'unit')}, ${plural(result.objects, 'object')}`;
  return parts.length > 0 ? `${parts.join(', ')} ${looked}` : `${paint.green('nothing found')} ${looked}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
