import { goRegExpProblem } from '../../../src/languages/conditions/go-regexp-syntax';
import recorded from './regexp-outcomes.json';

// What test/oracles/go-regexp/main.go made of some texts.
test('what Go reads is read', () => {
  expect(recorded.read.filter((text) => goRegExpProblem(text) !== undefined)).toEqual([]);
});

test('what Go refuses is refused', () => {
  expect(recorded.refused.filter((text) => goRegExpProblem(text) === undefined)).toEqual([]);
});

test.each([
  ['*', 'nothing stands before * that it could repeat'],
  ['(+x)', 'nothing stands before + that it could repeat'],
  ['a|?', 'nothing stands before ? that it could repeat'],
  ['a**', '* follows another repetition'],
  ['a{2}{3}', '{3} follows another repetition'],
  ['a{1001,}', '{1001,} repeats more than 1000 times'],
  ['a{3,2}', '{3,2} asks for at least 3 and at most 2'],
  ['(a/.*', 'a parenthesis is never closed'],
  ['a)', 'a closing parenthesis has no opening one'],
  ['[a/', 'a bracket is never closed'],
  ['[z-a]', 'the range z-a runs backwards'],
  ['[[:letter:]]', 'Go does not know the class [:letter:]'],
  ['(?x)a', 'a group begins with (?x), which Go does not know'],
  ['a(?!b)', 'the regular expressions of Go have no lookaround'],
  ['(a)\\1', 'the regular expressions of Go have no back-references'],
  ['\\i', 'Go does not know \\i'],
  ['a\\', 'it ends with a backslash'],
])('%s: %s', (text, problem) => {
  expect(goRegExpProblem(text)).toBe(problem);
});
