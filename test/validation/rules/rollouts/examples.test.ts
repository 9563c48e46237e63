import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../../../src/validation/rule';
import { runRule } from './run-rule';

const RULES_FOLDER = join(__dirname, '../../../../src/validation/rules');

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'check' in value && 'bad' in value;
}

/** Rules of the folders, found by looking, so that none is left out. */
const rules: Rule[] = ['analysis', 'experiments', 'rollouts', 'traffic'].flatMap((folder) =>
  readdirSync(join(RULES_FOLDER, folder)).sort().flatMap((file) =>
    Object.values(jest.requireActual<object>(join(RULES_FOLDER, folder, file))).filter(isRule)));

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  // What is good to know may be said of any example.
  const loud = rules.filter((other) => other.severity !== 'info' || other === rule);
  const findings = (yaml: string) => loud.flatMap((other) => runRule(other, yaml, 'shop').map(({ pointer }) => `${other.id} ${pointer}`));

  test('its bad example gives one finding, its own', () => {
    expect(findings(rule.bad)).toEqual([expect.stringMatching(`^${rule.id} `)]);
  });

  test('its good example gives none', () => {
    expect(findings(rule.good)).toEqual([]);
  });
});
