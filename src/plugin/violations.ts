import type { InputProblem } from '../lint/input-problem';
import type { PlacedFinding } from '../lint/lint-files';
import { describe } from '../manifests/manifest';
import { readablePlace, subjectOf } from '../validation/finding';
import { compareText } from '../validation/order';
import { oneLine } from '../validation/report/printable';
import { ALL_RULES } from '../validation/rules';
import { RANK } from './rank';
import type { ReportedResource, ReportedViolation } from './validated-synth';

/**
 * Findings as the report of the CLI has them: one violation for each rule and cure, as each has one line for how to fix it, with the
 * objects below it. What could not be read comes first.
 */
export function violationsOf(findings: readonly PlacedFinding[], problems: readonly InputProblem[]): readonly ReportedViolation[] {
  const unreadable = problems.map(({ file, line, column, message }): ReportedViolation => ({
    ruleName: 'unreadable',
    recommendation: 'Every manifest can be read.',
    fix: 'Mend the file, or the construct that makes it.',
    violatingResources: [{ resourceName: 'N/A', manifestPath: file, locations: [`${line === undefined ? '' : `${line}:${column ?? 1} `}${oneLine(message)}`] }],
  }));
  const worstFirst = [...findings].sort((a, b) =>
    RANK[a.finding.severity] - RANK[b.finding.severity] || compareText(a.finding.rule, b.finding.rule));
  const groups = grouped(worstFirst, ({ finding: { rule, fix } }) => JSON.stringify([rule, fix]));
  return [...unreadable, ...groups.map(violationOf)];
}

function violationOf(findings: readonly PlacedFinding[]): ReportedViolation {
  const { rule, fix } = findings[0]!.finding;
  const title = ALL_RULES.find(({ id }) => id === rule)?.title ?? rule;
  return {
    ruleName: rule,
    recommendation: sentence(oneLine(title)),
    fix: fix === undefined ? `npx cdk8s-argo explain ${rule}` : sentence(oneLine(fix)),
    violatingResources: grouped(findings, ({ finding, file }) => JSON.stringify([file, subjectOf(finding)?.id])).map(resourceOf),
  };
}

function resourceOf(findings: readonly PlacedFinding[]): ReportedResource {
  const { finding, file } = findings[0]!;
  return { resourceName: subjectOf(finding)?.id.name ?? 'N/A', manifestPath: file || 'N/A', locations: findings.map(locationOf) };
}

/** `3:5 Rollout/web spec.replicas: error: what is wrong`. The report has no other place for it. */
function locationOf({ finding, line, column }: PlacedFinding): string {
  const { severity, message, received, expected } = finding;
  const entry = subjectOf(finding);
  const place = [line === undefined ? '' : `${line}:${column}`, entry ? describe(entry.id) : '', readablePlace(finding)].filter((part) => part !== '').join(' ');
  const more = [...(received === undefined ? [] : [`got ${received}`]), ...(expected === undefined ? [] : [`wanted ${expected}`])];
  const text = more.length === 0 ? message : `${message} (${more.join(', ')})`;
  return oneLine(`${place === '' ? '' : `${place}: `}${severity}: ${text}`);
}

/** Groups in the order in which their first members come. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyArray<readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;
}
