import { editedBlock } from '../../src/lint/fix/block-text';

test('only the lines that differ change, and keep their indentation and line ends', () => {
  expect(editedBlock('|-  # note\r\n    a: 1\r\n\r\n      b: 2\r\n', 'a: 1\n\n  b: 2', 'a: 1\n\n  c: 2')).toBe('|-  # note\r\n    a: 1\r\n\r\n      c: 2\r\n');
});

test.each([
  ['a line more', 'a: 1\nb: 2\nc: 3\n'],
  ['a line less', 'a: 1\n'],
  ['a line that begins farther in', '  a: 1\nb: 2\n'],
])('there is no certain place for %s', (_, value) => {
  expect(editedBlock('|\n  a: 1\n  b: 2\n', 'a: 1\nb: 2\n', value)).toBeUndefined();
});
