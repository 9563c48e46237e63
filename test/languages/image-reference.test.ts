import { isMoving, parseReference, parseVersion, showReference } from '../../src/languages/image-reference';

const SHA256 = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('a reference', () => {
  test.each([
    ['nginx', { repository: 'nginx' }],
    ['nginx:1.27', { repository: 'nginx', tag: '1.27' }],
    ['registry.example.com/shop/web:v2.1.0', { repository: 'registry.example.com/shop/web', tag: 'v2.1.0' }],
    [`registry.example.com:5000/web:v1@${SHA256}`, { repository: 'registry.example.com:5000/web', tag: 'v1', digest: SHA256 }],
    [`web@${SHA256}`, { repository: 'web', digest: SHA256 }],
    ['[2001:db8::1]:5000/web:v1', { repository: '[2001:db8::1]:5000/web', tag: 'v1' }],
    ['localhost:5000/a__b/c-d--e.f:_x', { repository: 'localhost:5000/a__b/c-d--e.f', tag: '_x' }],
  ])('%s is read, and shown as it was', (text, expected) => {
    expect(parseReference(text)).toEqual({ tag: undefined, digest: undefined, ...expected });
    expect(showReference(parseReference(text)!)).toBe(text);
  });

  test.each([
    '', ' ', 'web:', 'web:v 1', 'web:-v1', 'Web/', 'registry.example.com/Web:v1', 'web@v1', 'web:v1@sha256:abc', `web@${SHA256.toUpperCase()}`, 'https://registry.example.com/web:v1',
    'a//b', '/web', 'web/', 'web:v1:v2', 'a___b:v1', `web:${'v'.repeat(129)}`, `web@md5:${'a'.repeat(32)}`, 'web:v1\n', '${IMAGE}:v1', `${'a'.repeat(256)}:v1`,
  ])('%j is none', (text) => {
    expect(parseReference(text)).toBeUndefined();
  });
});

test.each([
  ['v2.1.0', { tag: 'v2.1.0' }], [SHA256, { digest: SHA256 }], [`@${SHA256}`, { digest: SHA256 }], [`v2@${SHA256}`, { tag: 'v2', digest: SHA256 }],
  ['registry.example.com/web:v1', undefined], ['sha256:abc', undefined], ['', undefined],
])('what follows a repository: %s', (text, expected) => {
  expect(parseVersion(text)).toEqual(expected && { tag: undefined, digest: undefined, ...expected });
});

test.each([['web', true], ['web:latest', true], ['web:v1', false], [`web:latest@${SHA256}`, false], [`web@${SHA256}`, false]])('%s moves: %s', (text, expected) => {
  expect(isMoving(parseReference(text)!)).toBe(expected);
});
