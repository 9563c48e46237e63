import { globProblem, matchesGlob, matchesPathPattern } from '../../../src/languages/globs';

const LONG = 'a'.repeat(2000);

// A matcher that goes back would need years for each of these.
test.each([
  ['*a*a*a*a*a*a*a*a*a*a*b', LONG, false],
  ['*a*a*a*a*a*a*a*a*a*a', LONG, true],
  [`${'{a,aa}'.repeat(30)}b`, LONG, false],
  [`${'{a,aa}'.repeat(30)}*`, LONG, true],
  [`${'{'.repeat(300)}a${'}'.repeat(300)}`, 'a', true],
  [`${'{,'.repeat(300)}a${'}'.repeat(300)}b`, 'b', true],
])('%p is tried in good time', (glob, text, fits) => {
  expect(matchesGlob(glob, text)).toBe(fits);
});

test('patterns of paths are tried in good time too', () => {
  expect(matchesPathPattern('*a*a*a*a*a*a*a*a*a*a*b', LONG)).toBe(false);
  expect(matchesPathPattern('*a*a*a*a*a*a*a*a*a*a', LONG)).toBe(true);
});

test('very many braces are no trouble', () => {
  expect(globProblem('{a,'.repeat(20_000))).toBeUndefined();
  expect(matchesGlob('{a,'.repeat(20_000), 'a')).toBe(true);
});
