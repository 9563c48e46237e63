import { expand } from './expand';

const list = (key: string, count: number) => `- list: { elements: [${Array.from({ length: count }, (_, i) => `{ ${key}: x${i} }`).join(', ')}] }`;

const matrix = (size: number) => expand(`
goTemplate: true
generators:
  - matrix:
      generators:
        ${list('a', size)}
        ${list('b', size)}
template:
  metadata: { name: '{{ .a }}-{{ .b }}' }
`);

test('a matrix of a million is not worked out', () => {
  const { applications, generators } = matrix(1000);
  expect(generators[0]!.unknown).toBe('what a matrix of over 10000 sets gives');
  expect(applications.map(({ count }) => count)).toEqual(['any']);
});

test('one of some hundred is', () => {
  const { applications, generators } = matrix(20);
  expect(applications).toHaveLength(400);
  expect(generators[0]!.unknown).toBeUndefined();
});
