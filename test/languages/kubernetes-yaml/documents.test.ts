import { documentsIn } from '../../../src/languages/kubernetes-yaml/documents';

test.each<[what: string, text: string, documents: ReadonlyArray<readonly [line: number, firstLine: number]>]>([
  ['one document', 'a: 1\n', [[0, 0]]],
  ['documents behind comments and empty ones', '# all\n---\n# first\n\na: 1\n---\n---\nb: 1\n', [[1, 4], [6, 7]]],
  ['a document on the line of its separator', 'a: 1\n--- b\n', [[0, 0], [1, 1]]],
  ['comments and directives alone', '%YAML 1.1\n---\n# nothing\n', []],
  ['three dashes inside of a text', 'a: |\n  ---\n  b\n', [[0, 0]]],
])('%s', (_, text, documents) => {
  const found = documentsIn(text, false);
  expect(found.map(({ line, firstLine }) => [line, firstLine])).toEqual(documents);
  for (const { text: part, offset, line } of found) {
    expect(text.slice(offset)).toMatch(new RegExp(`^${part.slice(0, 3)}`));
    expect(text.slice(0, offset).split('\n')).toHaveLength(line + 1);
  }
});

test('JSON is one document, whatever stands in it', () => {
  expect(documentsIn('{"a": "\n---\n"}', true)).toHaveLength(1);
});
