import { validate } from '../../src/validation/engine';
import { Profile } from '../../src/validation/profiles';
import { textReport } from '../../src/validation/report/text';
import { countBySeverity } from '../../src/validation/result';
import type { RuleDescription } from '../../src/validation/rule';
import type { ALL_RULES } from '../../src/validation/rules';
import { DEFAULT_TARGETS } from '../../src/validation/targets';
import { isWaivable } from '../../src/validation/waivers';
import { exampleManifests } from './example-manifests';

/** A rule with its examples, where it has some. */
export type DocumentedRule = (typeof ALL_RULES)[number];

/** The Markdown page of a rule. */
export function rulePage(rule: DocumentedRule): string {
  return `${[
    `# ${rule.id}`,
    `${sentence(rule.title)}.`,
    facts(rule),
    rule.rationale,
    ...clustersSection(rule),
    ...repositoriesSection(rule),
    ...filesSection(rule),
    ...(rule.bad === undefined ? [] : ['## Refused', fenced('yaml', rule.bad), 'What the report says:', fenced('text', reportOf(rule, rule.bad))]),
    ...(rule.good === undefined ? [] : ['## Accepted', fenced('yaml', rule.good)]),
    ...waiverSection(rule),
  ].join('\n\n')}\n`;
}

function facts(rule: RuleDescription): string {
  const rows = [
    `- severity: ${rule.severity}${rule.needsCompleteSet && rule.severity === 'error' ? ', a warning where the set of files is not complete' : ''}`,
    `- profile: ${rule.strict ? 'strict alone' : 'recommended, and strict'}`,
    `- since: ${rule.since}`,
  ];
  if (rule.implements.length > 0) rows.push(`- stands for: ${rule.implements.join(', ')}`);
  return rows.join('\n');
}

/** The report on an example, with the findings of this rule alone: an example shows one thing. */
function reportOf(rule: RuleDescription, yaml: string): string {
  const result = validate(exampleManifests(yaml, rule), { targets: DEFAULT_TARGETS, profile: Profile.strict() });
  const findings = result.findings.filter((finding) => finding.rule === rule.id);
  if (findings.length === 0) throw new Error(`the bad example of ${rule.id} gives no finding of it`);
  return textReport({ ...result, findings, skipped: [], counts: countBySeverity(findings) });
}

function clustersSection({ exampleClusters = [] }: RuleDescription): string[] {
  if (exampleClusters.length === 0) return [];
  const clusters = exampleClusters.map(({ name, server }) => (server === undefined ? name : `${name} (${server})`));
  return [`In the examples these clusters are declared: ${clusters.join(', ')}.`];
}

function repositoriesSection({ exampleRepositories = [] }: RuleDescription): string[] {
  if (exampleRepositories.length === 0) return [];
  return [`The examples are written to the folder shop of ${exampleRepositories.map(({ url, root }) => `${root} in ${url}`).join(', ')}.`];
}

function filesSection({ exampleFiles = {} }: RuleDescription): string[] {
  return Object.entries(exampleFiles).flatMap(([path, content]) => [
    `Beside the manifests of the examples stands ${path}:`,
    fenced('yaml', content.trim()),
  ]);
}

function waiverSection(rule: RuleDescription): string[] {
  if (!isWaivable(rule.id)) {
    return ['## Acknowledging it', 'This finding cannot be acknowledged.'];
  }
  return [
    '## Acknowledging it',
    'Where it is right all the same, say why, for a construct and all that is below it:',
    fenced('ts', `Validations.of(construct).acknowledge({ rule: '${rule.id}', reason: 'why it is right here' });`),
    'A date as `until` makes it come back. An acknowledgement that matches nothing is reported itself.',
  ];
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}

function sentence(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
