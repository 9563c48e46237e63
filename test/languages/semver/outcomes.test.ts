import { isVersionOrRange } from '../../../src/languages/semver';
import recorded from './outcomes.json';

// What test/oracles/semver/main.go made of some texts.
test.each(recorded.taken)('%j is a version or a range', (text) => {
  expect(isVersionOrRange(text)).toBe(true);
});

test('all others are none', () => {
  expect(recorded.refused.filter(isVersionOrRange)).toEqual([]);
});

test('long texts are read in good time', () => {
  expect(isVersionOrRange(`${'1 , '.repeat(20_000)}!`)).toBe(false);
  expect(isVersionOrRange(`1${' '.repeat(50_000)}!`)).toBe(false);
  expect(isVersionOrRange('1 - '.repeat(5000))).toBe(false);
});
