import { globProblem, matchesGlob, matchesPathPattern, pathPatternProblem } from '../../../src/languages/globs';
import recorded from './outcomes.json';

/** What test/oracles/globs/main.go made of some patterns: a mark for each text, or that Go refuses the pattern. */
interface Recorded {
  readonly kind: string;
  readonly separators: string;
  readonly texts: readonly string[];
  readonly patterns: ReadonlyArray<readonly [pattern: string, outcome: string]>;
}

const groups = recorded as unknown as readonly Recorded[];

function outcome({ kind, separators, texts }: Recorded, pattern: string): string {
  const isGlob = kind === 'glob';
  if ((isGlob ? globProblem(pattern) : pathPatternProblem(pattern)) !== undefined) return 'refused';
  const fits = (text: string): boolean => (isGlob ? matchesGlob(pattern, text, separators) : matchesPathPattern(pattern, text));
  return texts.map((text) => (fits(text) ? 't' : 'f')).join('');
}

describe.each(groups)('$kind with separators "$separators", against what Go made of it', (group) => {
  test('the table tells patterns apart', () => {
    expect(new Set(group.patterns.map(([, marks]) => marks)).size).toBeGreaterThan(10);
  });

  test.each(group.patterns)('%s', (pattern, marks) => {
    expect(outcome(group, pattern)).toBe(marks);
  });
});

test('a pattern that is refused fits nothing, not even itself', () => {
  expect(matchesGlob('[a', '[a')).toBe(false);
  expect(matchesPathPattern('[a', '[a')).toBe(false);
});

test.each([
  ['[a', 'no end of the class that [ begins'],
  ['[]', 'an empty class'],
  ['[z-a]', 'the range z-a, which runs backwards'],
  ['[a-z0-9]', 'more than the range a-z in a class'],
  ['shop-{', 'nothing behind the last {'],
  ['shop-*', undefined],
])('the problem with the glob %s is %s', (glob, problem) => {
  expect(globProblem(glob)).toBe(problem);
});
