import { createHash } from 'node:crypto';
import { describe } from '../../manifests/manifest';
import { type Severity, subjectOf } from '../../validation/finding';
import type { PassRule } from '../../validation/rule';
import { ALL_RULES } from '../../validation/rules';
import type { InputProblem } from '../input-problem';
import type { PlacedFinding } from '../lint-files';
import { pathInRepository } from '../repository-place';
import type { LintReport } from './report';
import { fixesOf } from './sarif-fixes';
import { uriOf } from './uri';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The report as SARIF 2.1.0, which code scanning of GitHub and others take. */
export function sarifText({ findings, result, place, version }: LintReport): string {
  const waived = result.suppressed.map((placed) => ({
    placed, waiver: result.waived.find(({ finding }) => finding === placed.finding)?.waiver,
  }));
  const used = new Set([...findings, ...result.suppressed].map(({ finding }) => finding.rule));
  const rules = ALL_RULES.filter(({ id }) => used.has(id));
  const resultIn = (placed: PlacedFinding): object => resultOf(placed, rules.findIndex(({ id }) => id === placed.finding.rule), place);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'cdk8s-argo',
          semanticVersion: version,
          rules: rules.map(ruleOf),
        },
      },
      columnKind: 'utf16CodeUnits',
      results: [
        ...findings.map(resultIn),
        ...waived.map(({ placed, waiver }) => ({ ...resultIn(placed), suppressions: [{ kind: 'external', status: 'accepted', justification: waiver?.reason }] })),
      ],
      invocations: [{
        executionSuccessful: result.problems.length === 0,
        toolExecutionNotifications: result.problems.map((problem) => notificationOf(problem, place)),
      }],
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, title, rationale, severity, bad, good }: PassRule): object {
  const example = (name: string, yaml: string | undefined): string => (yaml === undefined ? '' : `\n\n**${name}**\n\n\`\`\`yaml\n${yaml.trim()}\n\`\`\``);
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: rationale },
    help: { text: rationale, markdown: `${rationale}${example('Wrong', bad)}${example('Right', good)}` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [id.split('/')[0]], 'problem.severity': severity === 'info' ? 'recommendation' : severity },
  };
}

function resultOf(placed: PlacedFinding, ruleIndex: number, place: string): object {
  const { finding, file, line, column } = placed;
  const { rule, severity, message, fix, inside = '' } = finding;
  const pointer = finding.pointer + inside;
  const entry = subjectOf(finding);
  const object = entry ? describe(entry.id) : '';
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: fix === undefined ? message : `${message}. ${fix}` },
    ...(file === '' ? {} : {
      locations: [{
        physicalLocation: physical(pathInRepository(file, place), line, column),
        ...(entry && { logicalLocations: [{ fullyQualifiedName: `${object}${pointer}`, kind: 'object' }] }),
      }],
    }),
    // Lines move; the place in the object does not.
    partialFingerprints: { 'place/v1': createHash('sha256').update(JSON.stringify([pathInRepository(file, place), object, rule, pointer])).digest('hex') },
    ...fixesOf(placed, place),
  };
}

function notificationOf({ file, line, column, message }: InputProblem, place: string): object {
  return { level: 'error', message: { text: message }, locations: [{ physicalLocation: physical(pathInRepository(file, place), line, column) }] };
}

function physical(file: string, line: number | undefined, column: number | undefined): object {
  return {
    artifactLocation: { uri: uriOf(file) },
    ...(line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } }),
  };
}
