import { join } from 'node:path';
import type { RuleDescription } from '../../../src/validation/rule';
import { ALL_RULES } from '../../../src/validation/rules';
import { ConformanceAnswers } from '../../../tools/conformance/answer';
import { ARGO_CD } from '../../../tools/conformance/argo-cd';
import { ARGO_ROLLOUTS } from '../../../tools/conformance/argo-rollouts';
import { conformanceDocs } from '../../../tools/conformance/conformance-docs';
import type { ConformanceSection } from '../../../tools/conformance/line';
import { conformancePage } from '../../../tools/conformance/page';
import { PODS } from '../../../tools/conformance/pods';
import { PRACTICES } from '../../../tools/conformance/practices';
import { compareFolder } from '../../../tools/docs/generated-folder';

/** `ids('AR', 3, [[1, 2], [20, 20]])` gives AR-001, AR-002 and AR-020. */
function ids(family: string, digits: number, ranges: ReadonlyArray<readonly [number, number]>): string[] {
  return ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${family}-${String(from + index).padStart(digits, '0')}`));
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  CD: ids('CD', 3, [[1, 276]]),
  AR: ids('AR', 3, [[1, 192]]),
  I: ids('I', 2, [[1, 43]]),
  TR: ids('TR', 2, [[1, 16]]),
  RI: ids('RI', 2, [[1, 12], [20, 26]]),
  NG: ids('NG', 2, [[1, 7]]),
  AL: ids('AL', 2, [[1, 7]]),
  GA: ids('GA', 2, [[1, 8]]),
  IS: ids('IS', 3, [[1, 28], [30, 33], [40, 46], [50, 50], [60, 70], [80, 80]]),
  IC: ids('IC', 2, [[1, 5]]),
};

describe('docs/conformance', () => {
  const answers = new ConformanceAnswers([...ARGO_ROLLOUTS, ...ARGO_CD], ALL_RULES);
  const all = answers.ids.map((id) => answers.of(id));

  test('has one line for every id', () => {
    expect([...answers.ids].sort()).toEqual(Object.values(FAMILIES).flat().sort());
  });

  test('has a line for what a rule stands for', () => {
    const claimed = ALL_RULES.flatMap((rule) => rule.implements).filter((id) => Object.hasOwn(FAMILIES, id.split('-')[0] ?? ''));
    expect(claimed.filter((id) => !answers.ids.includes(id))).toEqual([]);
  });

  test('names rules that there are', () => {
    const known = new Set(ALL_RULES.map((rule) => rule.id));
    expect(all.flatMap(({ line }) => line.rules ?? []).filter((rule) => !known.has(rule))).toEqual([]);
  });

  test('leaves nothing to the cluster that a rule or a type answers', () => {
    const answered = all.filter(({ line, rules }) => rules.length > 0 || line.unwritable !== undefined);
    expect(answered.filter(({ line }) => line.cluster !== undefined).map(({ id }) => id)).toEqual([]);
  });

  // Until every line has its answer.
  test('leaves nothing open', () => {
    expect(all.filter((answer) => answer.open).map(({ id, line }) => `${id} ${line.check}`)).toEqual([]);
  });

  test('is as the rules generate it', () => {
    expect(compareFolder(join(__dirname, '../../../docs/conformance'), conformanceDocs())).toEqual({ missing: [], different: [], stale: [] });
  });
});

describe.each([['practices', PRACTICES], ['pods', PODS]] as const)('the page of %s', (_page, sections) => {
  const answers = new ConformanceAnswers(sections, ALL_RULES);
  const all = answers.ids.map((id) => answers.of(id));

  test('names rules that there are', () => {
    const known = new Set(ALL_RULES.map((rule) => rule.id));
    expect(all.flatMap(({ line }) => line.rules ?? []).filter((rule) => !known.has(rule))).toEqual([]);
  });

  test('leaves nothing open', () => {
    expect(all.filter((answer) => answer.open).map(({ id }) => id)).toEqual([]);
  });

  test('says of nothing that rules or types answer that nobody can see it', () => {
    const answered = all.filter(({ line, rules }) => rules.length > 0 || line.unwritable !== undefined);
    expect(answered.filter(({ line }) => line.cluster !== undefined).map(({ id }) => id)).toEqual([]);
  });
});

test('each practice has a line, and what a rule stands for too', () => {
  const answers = new ConformanceAnswers(PRACTICES, ALL_RULES);
  expect([...answers.ids].sort()).toEqual(Array.from({ length: 65 }, (_, index) => `P${index + 1}`).sort());
  const claimed = ALL_RULES.flatMap((rule) => rule.implements).filter((id) => /^P\d+$/.test(id));
  expect(claimed.filter((id) => !answers.ids.includes(id))).toEqual([]);
});

describe('a conformance page', () => {
  const section: ConformanceSection = {
    title: 'Some checks',
    intro: 'They are checked.',
    lines: {
      'A-1': 'named by a rule',
      'A-2': { check: 'a | b', unwritable: 'no type has it' },
      'A-3': { check: 'as another', as: ['A-1'], rest: 'the answer' },
      'A-4': { check: 'far away', cluster: 'it is there' },
      'A-5': 'nobody knows',
    },
  };
  const rule: RuleDescription = { id: 'b/a', severity: 'error', since: '0.1.0', implements: ['A-1'], title: 't', rationale: 'r.' };
  const answers = new ConformanceAnswers([section], [rule]);

  test('says how each line is met', () => {
    const page = conformancePage('Title', 'Intro.', [section], answers);
    expect(page).toContain('5 lines: 2 by rules, 1 by types and constructors alone, 1 by a cluster only, 1 open.');
    expect(page).toContain('| A-1 | named by a rule | [b/a](../rules/b/a.md) |');
    expect(page).toContain('| A-2 | a \\| b | unwritable: no type has it |');
    expect(page).toContain('| A-3 | as another | [b/a](../rules/b/a.md); left to the cluster: the answer |');
    expect(page).toContain('| A-4 | far away | cluster only: it is there |');
    expect(page).toContain('| A-5 | nobody knows | open |');
  });

  test('has words of its own', () => {
    const words = { unwritable: 'by type', cluster: 'nowhere', rest: 'missing', byTypes: 'by types', byCluster: 'nowhere' };
    const page = conformancePage('Title', 'Intro.', [section], answers, words);
    expect(page).toContain('5 lines: 2 by rules, 1 by types, 1 nowhere, 1 open.');
    expect(page).toContain('| A-2 | a \\| b | by type: no type has it |');
    expect(page).toContain('missing: the answer |');
  });

  test('refuses two lines of one id', () => {
    expect(() => new ConformanceAnswers([section, section], [])).toThrow('A-1 has two lines');
  });
});
