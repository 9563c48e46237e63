import { readYaml, yamlDocuments } from '../../src/languages/yaml-text';

/** Each line is ten of the line above it. */
function laughs(first: string, levels: number): string {
  const tens = Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`);
  return [`a0: &a0 ${first}`, ...tens].join('\n');
}

test('aliases are read as what they stand for', () => {
  expect(readYaml('a: &a { b: 1 }\nc: *a')).toEqual({ value: { a: { b: 1 }, c: { b: 1 } } });
  expect(readYaml(laughs('x', 3)).problem).toBeUndefined();
});

test.each([
  ['lists', laughs('x', 9)],
  ['long texts', laughs('x'.repeat(100_000), 3)],
])('aliases of %s that multiply are refused, as the reader of Argo CD does', (_, text) => {
  expect(readYaml(text).problem).toContain('its aliases stand for over 400000 values');
  expect(yamlDocuments(`${text}\n---\nb: 1`)).toEqual([{ b: 1 }]);
});

test('a list that contains itself has no end', () => {
  expect(readYaml('a: &a [*a]').problem).toContain('without an alias of what it stands in');
});

test.each([600, 100_000])('%d brackets in each other are a problem in words', (depth) => {
  expect(readYaml('['.repeat(depth) + ']'.repeat(depth)).problem).toMatch(/^nesting exceeded|nested over/);
});
