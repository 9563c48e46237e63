import { createHash } from 'node:crypto';
import { describe } from '../../manifests/manifest';
import type { Severity } from '../../validation/finding';
import { ALL_RULES } from '../../validation/rules';
import type { InputProblem } from '../input-problem';
import type { PlacedFinding } from '../lint-files';
import type { LintReport } from './report';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The report as SARIF 2.1.0, which code scanning of GitHub and others take. */
export function sarifText({ findings, result }: LintReport): string {
  const used = new Set(findings.map(({ finding }) => finding.rule));
  const rules = ALL_RULES.filter(({ id }) => used.has(id));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'cdk8s-argo',
          rules: rules.map(({ id, title, rationale, severity }) => ({
            id, name: id, shortDescription: { text: title }, fullDescription: { text: rationale },
            defaultConfiguration: { level: LEVELS[severity] },
          })),
        },
      },
      columnKind: 'utf16CodeUnits',
      results: findings.map((finding) => resultOf(finding, rules.findIndex(({ id }) => id === finding.finding.rule))),
      invocations: [{ executionSuccessful: result.problems.length === 0, toolExecutionNotifications: result.problems.map(notificationOf) }],
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf({ finding, file, line, column }: PlacedFinding, ruleIndex: number): object {
  const { rule, severity, message, fix, entry, pointer } = finding;
  const object = entry ? describe(entry.id) : '';
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: fix === undefined ? message : `${message}. ${fix}` },
    ...(file === '' ? {} : {
      locations: [{
        physicalLocation: physical(file, line, column),
        ...(entry && { logicalLocations: [{ fullyQualifiedName: `${object}${pointer}`, kind: 'object' }] }),
      }],
    }),
    // Lines move; the place in the object does not.
    partialFingerprints: { 'place/v1': createHash('sha256').update(JSON.stringify([file, object, rule, pointer])).digest('hex') },
  };
}

function notificationOf({ file, line, column, message }: InputProblem): object {
  return { level: 'error', message: { text: message }, locations: [{ physicalLocation: physical(file, line, column) }] };
}

function physical(file: string, line: number | undefined, column: number | undefined): object {
  return {
    artifactLocation: { uri: encodeURI(file) },
    ...(line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } }),
  };
}
