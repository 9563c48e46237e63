import { isWithin } from '../../src/manifests/folder-within';

test.each([
  ['/work/dist', '/work/dist', true],
  ['/work/dist/web', '/work/dist', true],
  ['/work/dist', '/', true],
  ['/work', '/work/dist', false],
  ['/work/dist-old', '/work/dist', false],
  // A name that begins like the way up is a name.
  ['/work/..dist', '/work', true],
])('%s is in %s: %j', (path, folder, expected) => {
  expect(isWithin(path, folder)).toBe(expected);
});
