import { Chart, Testing } from 'cdk8s';
import type { AppProject as AppProjectWire } from '../../../imports/types/argo-cd/app-project';
import {
  AppProject, type AppProjectProps, Cluster, Destination, DestinationPattern, ProjectPolicy, ProjectRole, Repository, SourceIntegrity,
  SyncWindow,
} from '../../../src';
import { matchesGlob } from '../../../src/languages/globs';
import { plainApp } from '../../plain-app';

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main' });
const LEAST: AppProjectProps = { sourceRepositories: [repository], destinations: [Destination.inCluster('shop')] };

function project(props: Partial<AppProjectProps> = {}): AppProjectWire {
  const chart = new Chart(plainApp(), 'projects', { namespace: 'argocd' });
  new AppProject(chart, 'Shop', { ...LEAST, ...props });
  return (Testing.synth(chart) as AppProjectWire[]).find(({ kind }) => kind === 'AppProject')!;
}

const refused = (props: Partial<AppProjectProps>): (() => unknown) => () => project(props);

describe('AppProject', () => {
  test('permits what is listed, and nothing else', () => {
    expect(project()).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: expect.objectContaining({ name: 'shop', namespace: 'argocd' }) as unknown,
      spec: {
        sourceRepos: ['https://git.example.com/shop/manifests.git'],
        destinations: [{ server: 'https://kubernetes.default.svc', namespace: 'shop' }],
      },
    });
  });

  test('may ask for signatures in the old form, alone', () => {
    expect(project({ signatureKeys: ['D56C4FCA57A46444'] }).spec.signatureKeys).toEqual([{ keyID: 'D56C4FCA57A46444' }]);
    expect(refused({ signatureKeys: ['key'] })).toThrow('the key "key" is no id of a GPG key');
    const sourceIntegrity = [SourceIntegrity.unsigned({ repositories: [repository] })];
    expect(refused({ signatureKeys: ['D56C4FCA57A46444'], sourceIntegrity })).toThrow('Argo CD ignores the first');
  });

  test('is what Applications call it', () => {
    const chart = new Chart(plainApp(), 'projects', { namespace: 'argocd' });
    expect(new AppProject(chart, 'Shop', { ...LEAST, metadata: { name: 'team-shop' } }).name).toBe('team-shop');
  });

  test('destinations are those of Applications, or patterns', () => {
    const production = Cluster.registered({ name: 'production', server: 'https://production.example.com:6443' });
    expect(project({
      destinations: [
        Destination.cluster(production, 'shop'),
        DestinationPattern.namespaces(Destination.server('https://staging.example.com'), 'shop-*', 'pay-*'),
        DestinationPattern.clusters('edge-*', { namespace: 'shop' }),
        DestinationPattern.servers('https://*.example.com', { namespace: '' }),
      ],
    }).spec.destinations).toEqual([
      { name: 'production', namespace: 'shop' },
      { server: 'https://staging.example.com', namespace: 'shop-*' },
      { server: 'https://staging.example.com', namespace: 'pay-*' },
      { name: 'edge-*', namespace: 'shop' },
      { server: 'https://*.example.com', namespace: '' },
    ]);
    expect(project({ destinations: [DestinationPattern.anywhereExcept('kube-system', 'argocd')] }).spec.destinations).toEqual([
      { server: '*', namespace: '!kube-system' },
      { server: '*', namespace: '!argocd' },
    ]);
  });

  test('resources are listed with what is denied of them', () => {
    expect(project({
      clusterResources: [{ group: '', kind: 'Namespace', name: 'shop-*' }],
      deniedClusterResources: [{ group: 'rbac.authorization.k8s.io', kind: '*' }],
      namespaceResources: [{ group: 'argoproj.io', kind: 'Rollout' }],
      deniedNamespaceResources: [{ group: '', kind: 'ResourceQuota' }],
    }).spec).toMatchObject({
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'shop-*' }],
      clusterResourceBlacklist: [{ group: 'rbac.authorization.k8s.io', kind: '*' }],
      namespaceResourceWhitelist: [{ group: 'argoproj.io', kind: 'Rollout' }],
      namespaceResourceBlacklist: [{ group: '', kind: 'ResourceQuota' }],
    });
  });

  test('an empty list is not rendered, as it would say something else', () => {
    const { spec } = project({ clusterResources: [], deniedNamespaceResources: [], sourceNamespaces: [], roles: [], sourceIntegrity: [] });
    expect(Object.keys(spec).sort()).toEqual(['destinations', 'sourceRepos']);
  });

  test('the other fields of the spec', () => {
    expect(project({
      description: 'the shop',
      sourceNamespaces: ['team-shop'],
      orphanedResources: { warn: true, ignore: [{ kind: 'ConfigMap', name: 'kube-root-ca.crt' }] },
      sourceIntegrity: [SourceIntegrity.signedHead({ repositories: ['https://git.example.com/**'], except: [repository], keys: ['D56C4FCA57A46444'] })],
      destinationServiceAccounts: [{ server: 'https://kubernetes.default.svc', namespace: 'shop-*', serviceAccount: 'deployer' }],
      permitOnlyProjectScopedClusters: true,
    }).spec).toMatchObject({
      description: 'the shop',
      sourceNamespaces: ['team-shop'],
      orphanedResources: { warn: true, ignore: [{ kind: 'ConfigMap', name: 'kube-root-ca.crt' }] },
      sourceIntegrity: {
        git: {
          policies: [{
            repos: [{ url: 'https://git.example.com/**' }, { url: '!https://git.example.com/shop/manifests.git' }],
            gpg: { mode: 'head', keys: ['D56C4FCA57A46444'] },
          }],
        },
      },
      destinationServiceAccounts: [{ server: 'https://kubernetes.default.svc', namespace: 'shop-*', defaultServiceAccount: 'deployer' }],
      permitOnlyProjectScopedClusters: true,
    });
  });

  test('a project that is kept while it is used has the finalizer', () => {
    expect(project({ keepWhileUsed: true }).metadata.finalizers).toEqual(['resources-finalizer.argocd.argoproj.io']);
    expect(project().metadata.finalizers).toBeUndefined();
  });

  test('roles and windows are rendered for the project', () => {
    const { spec } = project({
      roles: [ProjectRole.named('deployer', { groups: ['a,b', 'team-shop'], policies: [ProjectPolicy.allow('sync', 'applications', '*')] })],
      syncWindows: [SyncWindow.deny({ schedule: '0 22 * * fri', duration: '48h', timeZone: 'Europe/Berlin', applications: ['*'], manualSync: true })],
    });
    expect(spec.roles).toEqual([
      { name: 'deployer', groups: ['"a,b"', 'team-shop'], policies: [
        'p, proj:shop:deployer, applications, get, shop/*, allow', 'p, proj:shop:deployer, applications, sync, shop/*, allow',
      ] },
    ]);
    expect(spec.syncWindows).toEqual([
      { kind: 'deny', schedule: '0 22 * * fri', duration: '48h', timeZone: 'Europe/Berlin', applications: ['*'], manualSync: true },
    ]);
  });

  test.each<[string, () => unknown, RegExp]>([
    ['a repository that is denied', refused({ sourceRepositories: ['!https://git.example.com/x'] }), /allows everything else/],
    ['a repository with braces', refused({ sourceRepositories: ['https://git.example.com/{a,b}'] }), /escapes \{ in URLs/],
    ['a repository twice', refused({ sourceRepositories: [repository, repository] }), /the source repository https.* is listed twice/],
    ['a destination without a namespace', refused({ destinations: [Destination.inCluster()] }), /names no namespace/],
    ['a denied namespace', () => DestinationPattern.namespaces(Destination.inCluster(), '!kube-system'), /allows everything else/],
    ['a pattern of a namespace that is given', () => DestinationPattern.namespaces(Destination.inCluster('shop'), 'x'), /has the namespace shop already/],
    ['a kind that is no pattern', refused({ clusterResources: [{ group: '', kind: '[a' }] }), /no end of the class/],
    ['a ServiceAccount that is a pattern', refused({
      destinationServiceAccounts: [{ server: '*', namespace: '*', serviceAccount: 'deploy-*' }],
    }), /without patterns/],
    ['a long description', refused({ description: 'x'.repeat(256) }), /has 256 characters/],
    ['a policy that names the project', refused({
      roles: [ProjectRole.named('ci', { policies: [ProjectPolicy.allow('get', 'applications', 'shop/*')] })],
    }), /in which shop would be a namespace.* write "\*"/],
    ['a policy twice', refused({
      roles: [ProjectRole.named('ci', { policies: [ProjectPolicy.allow('get', 'logs', '*'), ProjectPolicy.allow('get', 'logs', '*')] })],
    }), /in the role ci, the policy .* is listed twice/],
    ['a version in a group', refused({ deniedNamespaceResources: [{ group: 'v1', kind: 'ResourceQuota' }] }), /which no object has: there is no group "v1".* write ''/],
    ['a role twice', refused({ roles: [ProjectRole.named('ci', {}), ProjectRole.named('ci', {})] }), /the role ci is listed twice/],
    ['a window twice', refused({
      syncWindows: [false, true].map((manualSync) => SyncWindow.deny({ schedule: '0 1 * * *', duration: '1h', applications: ['*'], manualSync })),
    }), /the sync window deny "0 1 \* \* \*" for 1h \* is listed twice/],
    ['a key that is none', () => SourceIntegrity.signedHead({ repositories: ['*'], keys: ['0xD56C4FCA57A46444'] }), /16 or 40 hexadecimal digits/],
  ])('%s is refused', (_what, program, message) => {
    expect(program).toThrow(message);
  });
});

describe('SyncWindow', () => {
  test('finds the Applications of a cluster of the fleet, whether they name it or its server', () => {
    const window = SyncWindow.deny({
      schedule: '0 22 * * fri', duration: '48h',
      clusters: [
        Cluster.inCluster({ name: 'hub' }), Cluster.registered({ name: 'edge', server: 'https://[2001:db8::1]:6443' }), Cluster.known({ name: 'far' }), 'prod-*',
      ],
    });
    const clusters = project({ syncWindows: [window] }).spec.syncWindows![0]!.clusters!;
    expect(clusters).toEqual(['hub', 'https://kubernetes.default.svc', 'edge', 'https://\\[2001:db8::1\\]:6443', 'far', 'prod-*']);
    expect(clusters.filter((glob) => matchesGlob(glob, 'https://[2001:db8::1]:6443'))).toHaveLength(1);
  });

  const window = { schedule: '0 22 * * *', duration: '8h', applications: ['*'] } as const;

  test.each<[string, () => unknown, RegExp]>([
    ['a descriptor', () => SyncWindow.allow({ ...window, schedule: '@daily' }), /write "0 0 \* \* \*"/],
    ['a zone in the schedule', () => SyncWindow.allow({ ...window, schedule: 'TZ=Asia/Tokyo 0 22 * * *' }), /say timeZone: "Asia\/Tokyo" instead/],
    ['a zone that is none', () => SyncWindow.allow({ ...window, timeZone: 'CEST' }), /take UTC without a word/],
    ['a denied namespace', () => SyncWindow.allow({ schedule: '0 1 * * *', duration: '1h', namespaces: ['!a'] }), /a namespace of the sync window is "!a"/],
    ['a long description', () => SyncWindow.allow({ ...window, description: 'x'.repeat(256) }), /has 256 characters/],
  ])('%s is refused', (_what, program, message) => {
    expect(program).toThrow(message);
  });
});

describe('ProjectRole', () => {
  test('who may sync may also get, which is written once', () => {
    const allow = (action: 'get' | 'sync', object: string): ProjectPolicy => ProjectPolicy.allow(action, 'applications', object);
    const policies = [allow('sync', 'web'), allow('get', 'web'), allow('sync', 'db'), ProjectPolicy.deny('sync', 'applications', 'cache')];
    expect(ProjectRole.named('ci', { policies })._toKube('shop').policies).toEqual(['sync, shop/web, allow', 'get, shop/web, allow',
      'get, shop/db, allow', 'sync, shop/db, allow', 'sync, shop/cache, deny'].map((end) => `p, proj:shop:ci, applications, ${end}`));
  });

  test.each<[string, () => unknown, RegExp]>([
    ['a name with a blank', () => ProjectRole.named('on call', {}), /the role is named "on call"/],
    ['a group with a blank at its end', () => ProjectRole.named('a', { groups: ['b '] }), /lists the group "b "/],
    ['a group twice', () => ProjectRole.named('a', { groups: ['b', 'b'] }), /the group b twice/],
    ['an id of two tokens', () => ProjectRole.named('a', { tokens: [{ issuedAt: 1 }, { issuedAt: 2, id: '1' }] }), /have the id 1/],
    ['an object with a URL', () => ProjectPolicy.allow('get', 'clusters', 'https://a'), /give a name below the project/],
    ['an action with a comma', () => ProjectPolicy.allow('action/a/b/c, x', 'applications', '*'), /without blanks and commas/],
  ])('%s is refused', (_what, program, message) => {
    expect(program).toThrow(message);
  });
});
