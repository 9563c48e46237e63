import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '../../../src/validation/engine';
import type { Finding } from '../../../src/validation/finding';
import { Profile } from '../../../src/validation/profiles';
import type { RuleDescription } from '../../../src/validation/rule';
import { ALL_RULES, PASS_RULES, RULES } from '../../../src/validation/rules';
import { SCHEMA_RULES } from '../../../src/validation/rules/schema';
import { DEFAULT_TARGETS } from '../../../src/validation/targets';
import { exampleManifests } from '../../../tools/docs/example-manifests';

const RULES_DIRECTORY = join(__dirname, '../../../src/validation/rules');

/** Ids of the rules that the directory holds: files that define one. */
function idsOfDirectory(): string[] {
  return readdirSync(RULES_DIRECTORY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) => readdirSync(join(RULES_DIRECTORY, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => /= define(Pass)?Rule\(/.test(readFileSync(join(RULES_DIRECTORY, file), 'utf8')))
    .map((file) => file.replace(/\.ts$/, ''));
}

function findingsIn(yaml: string, rule: RuleDescription): readonly Finding[] {
  return validate(exampleManifests(yaml, rule), { targets: DEFAULT_TARGETS, profile: Profile.strict() }).findings;
}

const lines = (findings: readonly Finding[]) => findings.map((f) => `${f.severity} ${f.rule} ${f.pointer}: ${f.message}`);

describe('the registry', () => {
  test('lists each rule of the directory, by the name of its file', () => {
    expect(ALL_RULES.map((rule) => rule.id).sort()).toEqual(idsOfDirectory().sort());
  });

  test.each([['rules', RULES], ['pass rules', PASS_RULES], ['all', ALL_RULES]])('%s are sorted by id', (_name, rules) => {
    const ids = rules.map((rule) => rule.id);
    expect(ids).toEqual([...ids].sort());
  });

  test('every keyword of the schema language is documented by a listed rule', () => {
    expect(PASS_RULES).toEqual(expect.arrayContaining(Object.values(SCHEMA_RULES)));
  });
});

describe.each(ALL_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('says what it is about', () => {
    expect(rule.title).toMatch(/^[a-z]/);
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.rationale).toMatch(/^\S[^]*\.$/);
    expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/);
    // A rule that finds errors is no matter of taste.
    expect(rule.strict && rule.severity === 'error').not.toBe(true);
    for (const upstream of rule.implements) expect(upstream).toMatch(/^([A-Z]{1,3}-?\d+|[A-Z]{2}-\d+\([a-z]\))$/);
  });

  const { bad, good } = rule;
  if (bad !== undefined) {
    test('finds the bad example, once, and no other error in it', () => {
      const findings = findingsIn(bad, rule);
      expect(lines(findings.filter((finding) => finding.rule === id))).toEqual([expect.stringContaining(rule.severity)]);
      expect(lines(findings.filter((finding) => finding.rule !== id && finding.severity === 'error'))).toEqual([]);
    });

    test('speaks in lower case, without a full stop at the end', () => {
      const finding = findingsIn(bad, rule).find((one) => one.rule === id);
      expect(finding?.message).not.toMatch(/^(A|An|The|This|That|There|It|No|Each|Every)\b/);
      expect(finding?.message).not.toMatch(/\.$/);
    });
  }
  if (good !== undefined) {
    test('finds nothing in the good example, and neither does an error', () => {
      const findings = findingsIn(good, rule);
      expect(lines(findings.filter((finding) => finding.rule === id || finding.severity === 'error'))).toEqual([]);
    });
  }
});

test('every rule that looks at objects has both examples', () => {
  expect(RULES.filter((rule) => rule.bad.trim() === '' || rule.good.trim() === '').map((rule) => rule.id)).toEqual([]);
});
