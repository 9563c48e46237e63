import { describe } from '../manifests/manifest';
import { type Finding, readablePlace, subjectOf } from '../validation/finding';
import type { ValidationResult } from '../validation/result';
import type { FindingQuery } from './finding-query';

/** More findings than these nobody reads in a message. */
const MOST = 10;

/** Says what was found instead of what was wanted, and how the closest finding differs. */
export function missedFinding(query: FindingQuery, { findings, waived }: ValidationResult): string {
  const answered = waived.find(({ finding }) => query.fits(finding));
  if (answered) return `no ${query.text} was found, as it is acknowledged: ${inOneLine(answered.finding)}\n  because ${answered.waiver.reason}`;
  if (findings.length === 0) return `no ${query.text} was found. nothing was found at all`;
  const judged = findings.map((finding) => ({ finding, complaints: query.complaints(finding) }));
  const [closest] = [...judged].sort(({ complaints: a }, { complaints: b }) =>
    Number(isOtherRule(a)) - Number(isOtherRule(b)) || a.length - b.length);
  if (isOtherRule(closest!.complaints)) {
    const more = findings.length > MOST ? [`  ... and ${findings.length - MOST} more`] : [];
    return [`no ${query.text} was found. found were`, ...findings.slice(0, MOST).map((finding) => `  ${inOneLine(finding)}`), ...more].join('\n');
  }
  return [
    `no ${query.text} was found. the closest of ${findings.length} is`,
    `  ${inOneLine(closest!.finding)}`,
    ...closest!.complaints.map((complaint) => `  where ${complaint}`),
  ].join('\n');
}

// Another rule says something else; nobody wants to read how it differs.
function isOtherRule(complaints: readonly string[]): boolean {
  return complaints.some((complaint) => complaint.startsWith('rule is '));
}

function inOneLine(finding: Finding): string {
  const { severity, rule, message } = finding;
  const entry = subjectOf(finding);
  const place = [entry && describe(entry.id), readablePlace(finding)].filter((part) => part).join(' ');
  return `${severity} ${rule}${place ? ` in ${place}` : ''}: ${message}`;
}
