import { mayBe } from '../../src/app/delivered';

test.each([
  ['dist/shop', 'shop', true],
  ['dist/shop', 'shop/web', false],
  ['{{ .path.path }}', 'shop', true],
  ['dist/{{ .env }}/web', 'production/web', true],
  ['dist/{{ .env }}/web', 'production/api', false],
  ['apps/*/web-*', 'eu/web-1', true],
  ['apps/*/web-*', 'eu/api', false],
  ['a*a', 'a', false],
  ['(a+)+$[', '(a+)+$[', true],
])('%s may be %s: %s', (path, folder, expected) => {
  expect(mayBe(path, folder)).toBe(expected);
});

test('many stars are tried in good time', () => {
  expect(mayBe(`${'a*'.repeat(200)}b`, 'a'.repeat(5000))).toBe(false);
});
