import { dump } from 'js-yaml';
import { repositoryWithoutCredentials } from '../../../../src/validation/rules/apps/repository-without-credentials';
import { application, applicationSet, findingsOf } from '../findings-of';

const of = (repoURL: string) => application({ source: { repoURL, targetRevision: 'main', path: 'web' } });

test.each([
  'https://git.example.com/org/manifests.git',
  'https://git.example.com:8443/org/manifests@2.git',
  'https://git.example.com/org/manifests.git?ref=main',
  'git@git.example.com:org/manifests.git',
  'ssh://git@git.example.com/org/manifests.git',
  'https://org@dev.azure.com/org/platform/_git/manifests',
  'org-123@git.example.com:org/manifests.git',
  'ssh://git@git.example.com:2222/org/manifests.git',
  'registry.example.com/charts',
  'registry.example.com:5000/charts',
  'oci://registry.example.com:5000/charts/web',
  'https://{{ .token }}@git.example.com/org/manifests.git',
  'https://git.example.com/org/manifests.git?token={{ .token }}',
  '*',
])('%s is right', (url) => {
  expect(findingsOf(repositoryWithoutCredentials, of(url))).toEqual([]);
});

test.each([
  ['https://ghp_abc@git.example.com/org/a.git', 'https://***@git.example.com/org/a.git'],
  ['https://user:secret@git.example.com/org/a.git', 'https://***@git.example.com/org/a.git'],
  ['https://user:1234@git.example.com/org/a.git', 'https://***@git.example.com/org/a.git'],
  ['https://7rz4kq2nd5xw8bvh3mtc6yfja9@dev.azure.com/org/p/_git/r', 'https://***@dev.azure.com/org/p/_git/r'],
  ['https://user:sec/ret@git.example.com/org/a.git', 'https://***@git.example.com/org/a.git'],
  ['https://user:sec@ret@git.example.com/org/a.git?token=secret', 'https://***@git.example.com/org/a.git?token=***'],
  ['HTTPS://user:secret@git.example.com/org/a.git', 'HTTPS://***@git.example.com/org/a.git'],
  ['ssh://git:secret@git.example.com/org/a.git', 'ssh://***@git.example.com/org/a.git'],
  ['user:secret@registry.example.com/charts', '***@registry.example.com/charts'],
  ['https://git.example.com/org/a.git?access_token=secret&x=1', 'https://git.example.com/org/a.git?access_token=***&x=1'],
  ['https://git.example.com/org/a.git?x=1&Token=secret', 'https://git.example.com/org/a.git?x=1&Token=***'],
  ['https://git.example.com/org/a.git?password=secret', 'https://git.example.com/org/a.git?password=***'],
])('%s is wrong, and not repeated', (url, received) => {
  const findings = findingsOf(repositoryWithoutCredentials, of(url));
  expect(findings).toEqual([expect.objectContaining({ pointer: '/spec/source/repoURL', received })]);
  expect(JSON.stringify({ ...findings[0], entry: undefined })).not.toMatch(/secret|ret@|ghp_abc/);
});

test('every place of a URL is looked at', () => {
  const url = 'https://user:secret@git.example.com/org/a.git';
  const pointers = (yaml: string) => findingsOf(repositoryWithoutCredentials, yaml).map((finding) => finding.pointer);
  expect(pointers(application({ source: undefined, sources: [{ repoURL: url }, { repoURL: url }] }))).toEqual([
    '/spec/sources/0/repoURL', '/spec/sources/1/repoURL',
  ]);
  const generators = [{ matrix: { generators: [{ git: { repoURL: url, files: [] } }, { clusters: {} }] } }];
  expect(pointers(applicationSet(of(url), { generators }))).toEqual([
    '/spec/generators/0/matrix/generators/0/git/repoURL', '/spec/template/spec/source/repoURL',
  ]);
  const project = { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'shop' }, spec: { sourceRepos: ['*', url] } };
  expect(pointers(dump(project))).toEqual(['/spec/sourceRepos/1']);
});
