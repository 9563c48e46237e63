import { Repository } from '../../src/fleet/repository';

describe('Repository', () => {
  test.each([['dist', 'dist/web'], ['./dist/', 'dist/web'], ['.', 'web'], [undefined, 'web']])('paths start from the root %p', (root, path) => {
    expect(Repository.git({ url: 'git@git.example.com:org/manifests.git', revision: 'main', root }).pathOf('web')).toBe(path);
  });

  test.each([
    'https://org@dev.azure.com/org/platform/_git/manifests', 'org-123@git.example.com:org/manifests.git', 'user@bitbucket.example.com:o/r.git',
    'ssh://git@git.example.com:7999/o/r.git', 'ssh://deploy@git.example.com/o/r.git',
  ])('takes %s, whose user is a name', (url) => {
    expect(Repository.git({ url, revision: 'main' }).url).toBe(url);
  });

  test.each([
    'https://ghp_0123@git.example.com/o/r.git', 'https://7rz4kq2nd5xw8bvh3mtc6yfja9@dev.azure.com/org/p/_git/r', 'ssh://git:word@git.example.com/o/r.git',
  ])('refuses %s, whose user is a token or has a password', (url) => {
    expect(() => Repository.git({ url, revision: 'main' })).toThrow('carries credentials');
  });

  test.each([
    [{ url: 'manifests' }, /the url of the repository is "manifests"/],
    [{ url: 'https://bot:secret@git.example.com/org/manifests.git' }, /carries credentials, which would be committed/],
    [{ revision: ' ' }, /the revision of the repository is empty/],
  ])('refuses %j', (props, message) => {
    expect(() => Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', ...props })).toThrow(message);
  });
});

describe('repositories of charts and artifacts', () => {
  test.each([['https://charts.example.com', false], ['registry.example.com:5000/charts', true]])('%s is a Helm repository', (url, isRegistry) => {
    expect(Repository.helm({ url })).toMatchObject({ type: 'helm', url, isRegistry });
  });

  test.each([
    [() => Repository.helm({ url: 'oci://registry.example.com/charts' }), /leave out oci:\/\/ \("registry\.example\.com\/charts"\)/],
    [() => Repository.helm({ url: 'git@git.example.com:org/charts.git' }), /give the address of an index/],
    [() => Repository.oci({ url: 'https://registry.example.com/web' }), /give the address of an artifact/],
    [() => Repository.oci({ url: 'oci://me:word@registry.example.com/web' }), /carries credentials/],
  ])('refuses what Argo CD reads differently: %#', (make, message) => {
    expect(make).toThrow(message);
  });
});
