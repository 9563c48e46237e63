import { dump } from 'js-yaml';
import type { JsonObject } from '../../../../src/manifests/json';
import { oneIntegrityPolicy } from '../../../../src/validation/rules/projects/one-integrity-policy';
import { syncNeedsGet } from '../../../../src/validation/rules/projects/sync-needs-get';
import { syncWindowClusters } from '../../../../src/validation/rules/projects/sync-window-clusters';
import { syncWindowMatches } from '../../../../src/validation/rules/projects/sync-window-matches';
import { exampleManifests } from '../../../../tools/docs/example-manifests';
import { application, applicationSet, findingsOf } from '../findings-of';

const project = (spec: JsonObject): string => dump({ apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'shop', namespace: 'argocd' }, spec });
const member = (destination: JsonObject): string => application({ project: 'shop', destination });

function messages(rule: Parameters<typeof findingsOf>[0], ...documents: readonly string[]): readonly string[] {
  return findingsOf(rule, documents.join('---\n')).map(({ message }) => message);
}

describe('sync windows', () => {
  const window = (lists: JsonObject): string => project({ syncWindows: [{ kind: 'deny', schedule: '0 22 * * *', duration: '8h', ...lists }] });
  const web = member({ server: 'https://eu.example.com', namespace: 'shop' });

  // What SyncWindows.Matches of Argo CD 3.5.1 answers.
  test.each<[JsonObject, boolean]>([
    [{ applications: ['web'] }, true],
    [{ applications: ['w*'] }, true],
    [{ applications: ['api'] }, false],
    [{ applications: ['api'], namespaces: ['shop'] }, true],
    [{ applications: ['api'], namespaces: ['shop'], andOperator: true }, false],
    [{ applications: ['web'], namespaces: ['shop'], andOperator: true }, true],
    [{ clusters: ['https://eu.example.com'] }, true],
    [{ clusters: ['eu'] }, false],
    [{ namespaces: ['*'] }, true],
  ])('%j', (lists, isMatched) => {
    expect(messages(syncWindowMatches, window(lists), web)).toHaveLength(isMatched ? 0 : 1);
  });

  test('a cluster by its name is told how the destination writes it', () => {
    expect(findingsOf(syncWindowMatches, [window({ clusters: ['eu'] }), web].join('---\n'))).toEqual([expect.objectContaining({
      pointer: '/spec/syncWindows/0', received: 'clusters: eu', expected: 'one of web', fix: 'write clusters as the destinations do: https://eu.example.com',
    })]);
  });

  describe('that name a cluster otherwise than some Applications', () => {
    const fleet = [{ name: 'eu', server: 'https://eu.example.com', labels: { env: 'prod' }, annotations: {} }];
    const ledger = dump({
      apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'ledger', namespace: 'argocd' },
      spec: { project: 'shop', source: { repoURL: 'https://git.example.com/x', path: 'x' }, destination: { name: 'eu', namespace: 'ledger' } },
    });
    const found = (lists: JsonObject, ...applications: readonly string[]): readonly string[] =>
      findingsOf(syncWindowClusters, exampleManifests([window(lists), ...applications].join('---\n'), { id: 'references/all', exampleClusters: fleet }))
        .map(({ pointer, message }) => `${pointer}: ${message}`);
    const missed = (pointer: string, name: string): string[] => [`${pointer}: the window misses ${name}, which goes to this cluster and says https://eu.example.com`];

    test.each<[string, JsonObject, readonly string[]]>([
      ['the fleet knows the URL', { clusters: ['eu'] }, missed('/spec/syncWindows/0/clusters/0', 'web')],
      ['a glob means it', { clusters: ['us', 'e*'] }, missed('/spec/syncWindows/0/clusters/1', 'web')],
      ['both are said', { clusters: ['eu', 'https://eu.example.com'] }, []],
      ['the namespace fits', { clusters: ['eu'], namespaces: ['shop'] }, []],
      ['the namespace does not fit, and has to', { clusters: ['eu'], namespaces: ['ledger'], andOperator: true }, []],
      ['the namespace fits, and has to', { clusters: ['eu'], namespaces: ['*'], andOperator: true }, missed('/spec/syncWindows/0/clusters/0', 'web')],
      ['another cluster is meant', { clusters: ['us'], applications: ['ledger'] }, []],
    ])('%s', (_case, lists, messagesWanted) => {
      expect(found(lists, web, ledger)).toEqual(messagesWanted);
    });

    test('may be made by sets, and a window of nobody is said by another rule', () => {
      const set = applicationSet(web, {
        generators: [{ clusters: { selector: { matchLabels: { env: 'prod' } } } }], goTemplate: true,
        template: {
          metadata: { name: 'web-{{ .name }}' },
          spec: { project: 'shop', source: { repoURL: 'https://git.example.com/x', path: 'x' }, destination: { server: '{{ .server }}', namespace: 'shop' } },
        },
      });
      expect(found({ clusters: ['eu'] }, set, ledger)).toEqual(missed('/spec/syncWindows/0/clusters/0', 'web-eu'));
      expect(found({ clusters: ['eu'] }, web)).toEqual([]);
    });
  });

  test('Applications that sets make count, and those that nobody can know are in doubt', () => {
    const set = (generators: JsonObject[]): string => applicationSet(web, {
      generators, goTemplate: true, template: { metadata: { name: '{{ .name }}' }, spec: { project: 'shop', source: { repoURL: 'https://git.example.com/x' }, destination: {} } },
    });
    const nightly = window({ applications: ['nightly'] });
    expect(messages(syncWindowMatches, nightly, set([{ list: { elements: [{ name: 'nightly' }] } }]))).toEqual([]);
    expect(messages(syncWindowMatches, nightly, set([{ list: { elements: [{ name: 'daily' }] } }]))).toHaveLength(1);
    expect(messages(syncWindowMatches, nightly, set([{ clusters: {} }]), web)).toEqual([]);
    expect(messages(syncWindowMatches, nightly)).toEqual([]);
  });
});

describe('policies of signatures', () => {
  const gpg = { mode: 'head', keys: ['4AEE18F83AFDEB23'] };
  const policies = (...urls: readonly (readonly string[])[]): string =>
    project({ sourceIntegrity: { git: { policies: urls.map((list) => ({ repos: list.map((url) => ({ url })), gpg })) } } });

  test.each<[string, readonly (readonly string[])[], number]>([
    ['one is general', [['*'], ['https://git.example.com/shop/web.git']], 1],
    ['the general one leaves the other out', [['*', '!https://git.example.com/shop/web.git'], ['https://git.example.com/shop/web.git']], 0],
    ['both say the same', [['https://git.example.com/shop/*'], ['https://git.example.com/shop/*']], 1],
    ['they are apart', [['https://git.example.com/shop/*'], ['https://git.example.com/payments/*']], 0],
    ['they might meet, and nothing here shows it', [['*.git'], ['https://git.example.com/*']], 0],
    ['there is one alone', [['*']], 0],
  ])('%s', (_what, urls, count) => {
    expect(messages(oneIntegrityPolicy, policies(...urls))).toHaveLength(count);
  });

  test('the repository of an Application shows that they meet', () => {
    expect(messages(oneIntegrityPolicy, policies(['*.git'], ['https://git.example.com/*']), member({ name: 'in-cluster' }))).toEqual([
      'this policy and an earlier one fit https://git.example.com/org/manifests.git, so no revision of it is accepted',
    ]);
  });
});

describe('roles that sync', () => {
  const role = (...policies: readonly string[]): string => project({ roles: [{ name: 'deployer', policies: policies.map((rest) => `p, proj:shop:deployer, ${rest}`) }] });
  const rbac = (data: JsonObject): string => dump({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-rbac-cm', namespace: 'argocd' }, data });

  test('need get for the same Applications', () => {
    expect(findingsOf(syncNeedsGet, role('applications, sync, shop/*, allow', 'applications, get, shop/web, allow'))).toEqual([expect.objectContaining({
      pointer: '/spec/roles/0/policies/0', message: 'proj:shop:deployer may sync shop/* without seeing it, which Argo CD refuses',
      expected: 'p, proj:shop:deployer, applications, get, shop/*, allow',
    })]);
    expect(messages(syncNeedsGet, role('applications, sync, shop/web, allow', 'applications, get, shop/*, allow'))).toEqual([]);
    expect(messages(syncNeedsGet, role('applications, *, shop/*, allow'))).toEqual([]);
    expect(messages(syncNeedsGet, role('applications, sync, shop/*, deny'))).toEqual([]);
  });

  test('have it by the default role, where argocd-rbac-cm is here', () => {
    expect(messages(syncNeedsGet, role('applications, sync, shop/*, allow'), rbac({ 'policy.default': 'role:readonly' }))).toEqual([]);
    expect(messages(syncNeedsGet, role('applications, sync, shop/*, allow'), rbac({ 'policy.default': '' }))).toHaveLength(1);
  });
});
