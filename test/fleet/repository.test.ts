import { Repository } from '../../src/fleet/repository';

describe('Repository', () => {
  test.each([['dist', 'dist/web'], ['./dist/', 'dist/web'], ['.', 'web'], [undefined, 'web']])('paths start from the root %p', (root, path) => {
    expect(Repository.git({ url: 'git@git.example.com:org/manifests.git', revision: 'main', root }).pathOf('web')).toBe(path);
  });

  test.each([
    [{ url: 'manifests' }, /the url of the repository is "manifests"/],
    [{ url: 'https://bot:secret@git.example.com/org/manifests.git' }, /carries credentials, which would be committed/],
    [{ revision: ' ' }, /the revision of the repository is empty/],
  ])('refuses %j', (props, message) => {
    expect(() => Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', ...props })).toThrow(message);
  });
});
