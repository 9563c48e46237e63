import { isWithin } from '../../src/manifests/folder-within';

test.each([
  ['/repo/dist', '/repo/dist', true],
  ['/repo/dist/web', '/repo/dist', true],
  ['/repo/dist', '/', true],
  ['/repo', '/repo/dist', false],
  ['/repo/dist-old', '/repo/dist', false],
  // A name that begins like the way up is a name.
  ['/repo/..dist', '/repo', true],
])('%s is in %s: %j', (path, folder, expected) => {
  expect(isWithin(path, folder)).toBe(expected);
});
