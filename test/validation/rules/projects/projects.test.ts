import { ApiObject } from 'cdk8s';
import { dump } from 'js-yaml';
import { AppProject, Application, ArgoApp, ArgoChart, Destination, Repository, Source } from '../../../../src';
import type { ClusterFacts } from '../../../../src/manifests/cluster-facts';
import type { JsonObject, JsonValue } from '../../../../src/manifests/json';
import type { Manifest } from '../../../../src/manifests/manifest';
import { ManifestSet } from '../../../../src/manifests/manifest-set';
import { validate } from '../../../../src/validation/engine';
import { PROJECTS_RULES } from '../../../../src/validation/rules/projects';
import { denials } from '../../../../src/validation/rules/projects/denials';
import { destinationPermitted } from '../../../../src/validation/rules/projects/destination-permitted';
import { kindsPermitted } from '../../../../src/validation/rules/projects/kinds-permitted';
import { namespacesPermitted } from '../../../../src/validation/rules/projects/namespaces-permitted';
import { policySyntax } from '../../../../src/validation/rules/projects/policy-syntax';
import { sourcePermitted } from '../../../../src/validation/rules/projects/source-permitted';
import { syncWindowOpen } from '../../../../src/validation/rules/projects/sync-window-open';
import { syncWindowTimes } from '../../../../src/validation/rules/projects/sync-window-times';
import { uniqueEntries } from '../../../../src/validation/rules/projects/unique-entries';
import { wideOpen } from '../../../../src/validation/rules/projects/wide-open';
import { projectExists } from '../../../../src/validation/rules/references/project-exists';
import { DEFAULT_TARGETS } from '../../../../src/validation/targets';
import { application, applicationSet, findingsOf } from '../findings-of';

const PERMISSIONS = { sourceRepos: ['https://git.example.com/org/*'], destinations: [{ name: 'in-cluster', namespace: 'shop' }] };

function project(spec: JsonObject, metadata: JsonObject = {}): string {
  return dump({ apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'shop', namespace: 'argocd', ...metadata }, spec });
}

const both = (...documents: readonly string[]): string => documents.join('---\n');
const said = (findings: ReturnType<typeof findingsOf>): string[] => findings.map(({ pointer, message }) => `${pointer}: ${message}`);

const member = (spec: JsonObject = {}): string => application({ project: 'shop', destination: { name: 'in-cluster', namespace: 'shop' }, ...spec });

describe('what a project permits', () => {
  test('an Application that keeps to its project has no findings', () => {
    for (const rule of [sourcePermitted, destinationPermitted, kindsPermitted, namespacesPermitted]) {
      expect(said(findingsOf(rule, both(project(PERMISSIONS), member())))).toEqual([]);
    }
  });

  test('every source counts, and the dry and the sync source of a hydrator', () => {
    const sources = ['https://git.example.com/org/a', 'https://charts.example.com'].map((repoURL) => ({ repoURL, targetRevision: 'main', path: 'a' }));
    expect(said(findingsOf(sourcePermitted, both(project(PERMISSIONS), member({ sources }))))).toEqual([
      '/spec/sources/1/repoURL: the project shop does not permit the repository https://charts.example.com',
    ]);
    const sourceHydrator = {
      drySource: { repoURL: 'https://git.example.com/dry/a', targetRevision: 'main', path: 'a' },
      syncSource: { repoURL: 'https://git.example.com/wet/a', targetBranch: 'main', path: 'a' },
    };
    expect(findingsOf(sourcePermitted, both(project(PERMISSIONS), member({ sourceHydrator })))).toHaveLength(2);
  });

  test('of an ApplicationSet what is literal counts', () => {
    const literal = member({ destination: { server: '{{server}}', namespace: 'payments' } });
    expect(said(findingsOf(destinationPermitted, both(project(PERMISSIONS), applicationSet(literal))))).toEqual([
      '/spec/template/spec/destination: the project shop does not permit the cluster, namespace payments',
    ]);
    const templated = member({ destination: { server: '{{server}}', namespace: '{{namespace}}' } });
    expect(findingsOf(destinationPermitted, both(project(PERMISSIONS), applicationSet(templated)))).toEqual([]);
    const patched = applicationSet(literal, { templatePatch: 'spec: {}' });
    expect(findingsOf(destinationPermitted, both(project(PERMISSIONS), patched))).toEqual([]);
  });

  test('the fleet tells the name of a server, and for whom a cluster is registered', () => {
    const manifests = (cluster: Partial<ClusterFacts>, more: JsonObject = {}): ManifestSet => {
      const set = setOf({
        applications: [{ project: 'shop', destination: { server: 'https://a.example.com/', namespace: 'shop' } }],
        projectSpec: { ...PERMISSIONS, destinations: [{ name: 'a', namespace: 'shop' }], ...more },
      });
      set.addCluster({ name: 'a', server: 'https://a.example.com', ...cluster });
      return set;
    };
    expect(findingsOf(destinationPermitted, manifests({}))).toEqual([]);
    const scoped = { permitOnlyProjectScopedClusters: true };
    expect(findingsOf(destinationPermitted, manifests({ labels: {}, project: 'shop' }, scoped))).toEqual([]);
    expect(findingsOf(destinationPermitted, manifests({}, scoped))).toEqual([]);
    expect(said(findingsOf(destinationPermitted, manifests({ labels: {} }, scoped)))).toEqual([
      '/spec/destination: the project shop permits clusters of its own alone, and a is not registered for it',
    ]);
  });

  test('projects that argocd-cm merges with global ones are not judged', () => {
    const settings = dump({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-cm', namespace: 'argocd' }, data: { globalProjects: '[]' } });
    const stranger = member({ destination: { name: 'in-cluster', namespace: 'payments' } });
    expect(findingsOf(destinationPermitted, both(project(PERMISSIONS), stranger))).toHaveLength(1);
    expect(findingsOf(destinationPermitted, both(project(PERMISSIONS), stranger, settings))).toEqual([]);
  });

  test('a project counts as missing only where projects are declared', () => {
    expect(findingsOf(projectExists, member({ project: 'elsewhere' }))).toEqual([]);
    expect(findingsOf(projectExists, both(project(PERMISSIONS), member({ project: 'default' })))).toEqual([]);
    expect(said(findingsOf(projectExists, both(project(PERMISSIONS), member({ project: 'elsewhere' }))))).toEqual([
      '/spec/project: there is no project elsewhere, so the Application would not sync',
    ]);
  });
});

describe('objects that an Application delivers', () => {
  const delivered: readonly Manifest[] = [
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'reader' } },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'writer' } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'dashboard', namespace: 'monitoring' } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } },
    { apiVersion: 'cert-manager.io/v1', kind: 'ClusterIssuer', metadata: { name: 'shop' } },
  ];
  const source = { repoURL: 'https://git.example.com/org/manifests.git', targetRevision: 'main', path: 'dist/web' };
  const spec = { project: 'shop', source, destination: { name: 'in-cluster', namespace: 'shop' } };

  function committed(root: string, projectSpec: JsonObject = PERMISSIONS): ManifestSet {
    const set = setOf({ applications: [spec], projectSpec, delivered });
    set.addRepository({ url: 'https://GIT.example.com/org/manifests', root });
    return set;
  }

  test('are those of the folder that the repository has', () => {
    expect(said(findingsOf(kindsPermitted, committed('dist')))).toEqual([
      '/spec/project: the project shop does not permit ClusterRole/reader and 1 more, so the sync would fail',
    ]);
    expect(findingsOf(kindsPermitted, committed('other'))).toEqual([]);
  });

  test('may be permitted as kinds of either scope where nobody knows it', () => {
    const lists = {
      clusterResourceWhitelist: [{ group: 'cert-manager.io', kind: '*' }, { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' }],
      namespaceResourceWhitelist: [{ group: '', kind: 'ConfigMap' }],
    };
    expect(findingsOf(kindsPermitted, committed('dist', { ...PERMISSIONS, ...lists }))).toEqual([]);
    expect(said(findingsOf(kindsPermitted, committed('dist', { ...PERMISSIONS, ...lists, namespaceResourceWhitelist: [{ group: 'apps', kind: '*' }] })))).toEqual([
      '/spec/project: the project shop does not permit ConfigMap/monitoring/dashboard and 1 more, so the sync would fail',
    ]);
  });

  test('are in namespaces that the project permits', () => {
    expect(said(findingsOf(namespacesPermitted, committed('dist')))).toEqual([
      '/spec/project: the project shop does not permit the namespace monitoring of ConfigMap/monitoring/dashboard',
    ]);
  });
});

describe('rules about one project', () => {
  test.each([
    ['0 22 * * *', '24h', 'deny', 'the window lasts until it starts again, so its Applications never sync by themselves'],
    ['0 22 * * *', '24h', 'allow', 'the window lasts until it starts again, so it forbids nothing'],
    ['0 0 30 2 *', '1h', 'deny', 'the schedule has no time, which Argo CD takes for open always, so its Applications never sync by themselves'],
    ['0 22 * * *', '0', 'allow', 'the window lasts no time, so its Applications never sync by themselves'],
    ['0 22 * * *', '-1h', 'deny', 'the window lasts no time, so it forbids nothing'],
    ['0 22 * * mon', '24h', 'deny', undefined],
    ['@daily', '24h', 'deny', undefined],
  ])('%s for %s, %s: %s', (schedule, duration, kind, message) => {
    const findings = findingsOf(syncWindowOpen, project({ syncWindows: [{ schedule, duration, kind, applications: ['*'] }] }));
    expect(findings.map((finding) => finding.message)).toEqual(message === undefined ? [] : [message]);
  });

  test('a window without times is unreadable, one with numbers for texts is the business of the schema', () => {
    expect(said(findingsOf(syncWindowTimes, project({ syncWindows: [{ kind: 'deny', applications: ['*'] }] })))).toEqual([
      '/spec/syncWindows/0: the schedule has no fields, so every sync of the project is blocked',
      '/spec/syncWindows/0: the window has no duration, so every sync of the project is blocked',
    ]);
    expect(findingsOf(syncWindowTimes, project({ syncWindows: [{ schedule: 5, duration: 60 }] }))).toEqual([]);
  });

  test.each([
    ['g, a, proj:shop:ci', 'the policy does not begin with p'],
    ['p, proj:shop:ci, applications, sync, shop/*', 'the policy has 5 fields, and it takes 6'],
    ['p, proj:pay:ci, applications, sync, shop/*, allow', 'the policy is about proj:pay:ci, and not about its own role'],
    ['p, proj:shop:ci, projects, get, shop/*, allow', 'roles of projects have no resource projects'],
    ['p, proj:shop:ci, applications, snyc, shop/*, allow', 'there is no action snyc'],
    ['p, proj:shop:ci, applications, sync, *, allow', 'the object * is not one of the project shop'],
    ['p, proj:shop:ci, applications, sync, shop/a/b/c, allow', 'the object shop/a/b/c is not one of the project shop'],
    ['p, proj:shop:ci, applications, sync, shop/*, permit', 'a policy does not permit'],
    ['p, proj:shop:ci, applications , delete, shop/*, deny', 'the policy has a blank before a comma, which belongs to the field, so it fits nothing'],
    ['p,proj:shop:ci,applications,action/apps/Deployment/restart,shop/team/*,deny', undefined],
  ])('the policy "%s": %s', (policy, message) => {
    const findings = findingsOf(policySyntax, project({ roles: [{ name: 'ci', policies: [policy] }] }));
    expect(findings.map((finding) => finding.message)).toEqual(message === undefined ? [] : [message]);
  });

  test('everything that is listed twice is found', () => {
    const window = { kind: 'deny', schedule: '0 1 * * *', duration: '1h', applications: ['*'] };
    expect(said(findingsOf(uniqueEntries, project({
      sourceRepos: ['a', 'a', 'A'],
      destinations: [{ server: 'x', namespace: 'n' }, { name: 'x', namespace: 'n' }, { name: 'x', namespace: 'm' }],
      sourceNamespaces: ['a', 'a'],
      destinationServiceAccounts: [{ server: '*', namespace: 'n', defaultServiceAccount: 'a' }, { server: '*', namespace: 'n', defaultServiceAccount: 'b' }],
      syncWindows: [window, { ...window, manualSync: true }, { ...window, andOperator: true }],
      roles: [{ name: 'a', policies: ['x', 'x'], groups: ['g', 'g'], jwtTokens: [{ iat: 1, id: 'i' }, { iat: 2, id: 'i' }] }, { name: 'a' }],
    }))).map((line) => line.split(':')[0])).toEqual([
      '/spec/destinationServiceAccounts/1', '/spec/destinations/1', '/spec/roles/0/groups/1', '/spec/roles/0/jwtTokens/1',
      '/spec/roles/0/policies/1', '/spec/roles/1', '/spec/sourceNamespaces/1', '/spec/sourceRepos/1', '/spec/syncWindows/1',
    ]);
  });

  test('denials beside everything, or alone, open nothing', () => {
    expect(findingsOf(denials, project({ sourceRepos: ['*', '!a'], destinations: [{ server: '*', namespace: '!kube-system' }] }))).toEqual([]);
    expect(said(findingsOf(denials, project({ destinations: [{ name: 'a', namespace: 'shop' }, { name: 'a', namespace: '!kube-system' }] })))).toEqual([
      '/spec/destinations/1: !kube-system permits everything but kube-system, so the other entries restrict nothing',
      '/spec/destinations/1/namespace: the namespace kube-system is not denied, as the entry names no server',
    ]);
  });

  test('a project that denies some namespaces is open all the same', () => {
    expect(findingsOf(wideOpen, project({ sourceRepos: ['*'], destinations: [{ server: '*', namespace: '!kube-system' }] }))).toHaveLength(1);
    expect(findingsOf(wideOpen, project({ sourceRepos: ['https://git.example.com/**'], destinations: [{ server: '*', namespace: '*' }] }))).toEqual([]);
  });
});

test('no rule throws at YAML that means something else', () => {
  const fields = ['sourceRepos', 'destinations', 'roles', 'syncWindows', 'sourceIntegrity', 'signatureKeys', 'sourceNamespaces', 'destinationServiceAccounts',
    'clusterResourceWhitelist', 'clusterResourceBlacklist', 'namespaceResourceWhitelist', 'namespaceResourceBlacklist', 'permitOnlyProjectScopedClusters'];
  const hostile: JsonValue[] = [null, 7, 'x', [], {}, [null], [7], [[]], ['['], [{ name: 7, roles: 'x', policies: [7, {}], server: [], namespace: 7, kind: {}, group: 5 }]];
  for (const value of hostile) {
    const yaml = both(project(Object.fromEntries(fields.map((field) => [field, value]))), member());
    expect(() => findingsOf(PROJECTS_RULES[0]!, yaml, { rules: PROJECTS_RULES })).not.toThrow();
  }
});

interface Contents {
  readonly applications: readonly JsonObject[];
  readonly projectSpec: JsonObject;
  readonly delivered?: readonly Manifest[];
}

/** Applications and their project in one unit, and what they deliver in another. */
function setOf({ applications, projectSpec, delivered = [] }: Contents): ManifestSet {
  const set = new ManifestSet();
  const bootstrap = { id: 'bootstrap', namespace: 'argocd', destination: { cluster: '' } };
  set.add(bootstrap, { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'shop' }, spec: projectSpec });
  for (const [i, spec] of applications.entries()) {
    set.add(bootstrap, { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: `web-${i}` }, spec });
  }
  const web = { id: 'web', namespace: 'shop', destination: { cluster: '' } };
  for (const manifest of delivered) set.add(web, manifest);
  return set;
}

test('a field of a project is named by its prop too, where a construct has made it', () => {
  const fixOf = (declare: (chart: ArgoChart) => void): string | undefined => {
    const app = new ArgoApp({ outdir: 'unused', report: 'none' });
    const chart = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
    declare(chart);
    new Application(chart, 'Web', {
      project: 'shop', source: Source.git({ repository: Repository.git({ url: 'https://git.example.com/b/web.git', revision: 'main' }), path: 'web' }),
      destination: Destination.inCluster('shop'),
    });
    return app.check().findings.find(({ rule }) => rule === sourcePermitted.id)?.fix;
  };
  expect(fixOf((chart) => new AppProject(chart, 'Shop', { sourceRepositories: ['https://git.example.com/a/*'], destinations: [Destination.inCluster('shop')] })))
    .toBe('add the repository to sourceRepos (in code: sourceRepositories) of the project, or take one that it permits');
  expect(fixOf((chart) => new ApiObject(chart, 'Shop', {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'shop' },
    spec: { sourceRepos: ['https://git.example.com/a/*'], destinations: [{ server: 'https://kubernetes.default.svc', namespace: 'shop' }] },
  }))).toBe('add the repository to sourceRepos of the project, or take one that it permits');
});

test('an example of everything at once has the findings of each rule once', () => {
  const set = setOf({ applications: [], projectSpec: { ...PERMISSIONS, roles: [{ name: 'a b', policies: ['x'] }] } });
  const { findings } = validate(set, { targets: DEFAULT_TARGETS, rules: PROJECTS_RULES });
  expect(findings.map(({ rule }) => rule).sort()).toEqual(['projects/policy-syntax', 'projects/role-name']);
});
