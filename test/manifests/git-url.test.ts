import { normalizedGitUrl, sameRepository } from '../../src/manifests/git-url';
import recorded from './git-url.json';

const parsed = recorded as unknown as ReadonlyArray<readonly [url: string, shown: string | null]>;

// What test/oracles/git-url/main.go answers for URLs to which nothing else is done.
test.each(parsed)('%s is shown as Go shows it', (url, shown) => {
  expect(normalizedGitUrl(url)).toBe((shown ?? '').replace(/^ssh:\/\//, ''));
});

// The cases of TestSameURL in util/git/git_test.go of argoproj/argo-cd, with other hosts.
test.each([
  ['git@git.example.com:Shop/Web', 'git@git.example.com:shop/web.git'],
  ['git@git.example.com:shop/web', 'git@git.example.com/shop/web.git'],
  ['ssh://git@git.example.com/shop/web', 'git@git.example.com:shop/web.git'],
  ['https://git.example.com/shop/web', 'https://GIT.example.com/shop/web.git'],
  [' https://git.example.com/shop/web', 'https://git.example.com/shop/web '],
])('%s and %s are one repository', (one, other) => {
  expect(sameRepository(one, other)).toBe(true);
});

test.each([
  ['https://git.example.com/shop/web', 'https://git.example.com/shop/web-2'],
  ['https://git.example.com/shop/web', 'http://git.example.com/shop/web'],
  ['https://git.example.com/shop/web', 'git@git.example.com:shop/web'],
])('%s and %s are two', (one, other) => {
  expect(sameRepository(one, other)).toBe(false);
});

test('a % that escapes nothing readable is no reason to throw', () => {
  expect(normalizedGitUrl('https://git.example.com/%ff{')).not.toBe('');
});
