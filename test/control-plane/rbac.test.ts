import { AppProject } from '../../src/apps/app-project';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { ProjectPolicy } from '../../src/apps/projects/project-policy';
import { ProjectRole } from '../../src/apps/projects/project-role';
import { Source } from '../../src/apps/source';
import { ArgoCdInstallation } from '../../src/control-plane/argo-cd/argo-cd-installation';
import { ArgoCdRbac } from '../../src/control-plane/rbac/argo-cd-rbac';
import { Policy } from '../../src/control-plane/rbac/policy';
import { Role } from '../../src/control-plane/rbac/role';
import { User } from '../../src/control-plane/rbac/user';
import { Repository } from '../../src/fleet/repository';
import { ArgoCdPolicy } from '../../src/testing/argo-cd-policy';
import { shopChart, theObject } from '../shop';

const argoCd = () => shopChart({ namespace: 'argocd' });
const repository = Repository.git({ url: 'https://git.example.com/org/shop.git', revision: 'main' });
const shop = Role.named('team-shop');

function policyOf(chart: ReturnType<typeof argoCd>): string[] {
  return (theObject(chart.toJson(), 'ConfigMap', 'argocd-rbac-cm').data as { 'policy.csv': string })['policy.csv'].trimEnd().split('\n');
}

describe('ArgoCdRbac', () => {
  test('writes the ConfigMap that Argo CD looks for', () => {
    const chart = argoCd();
    const rbac = new ArgoCdRbac(chart, 'Rbac', {
      defaultRole: Role.readonly,
      scopes: ['groups', 'email'],
      policies: [
        Policy.allow(shop, ['get', 'sync', 'action/argoproj.io/Rollout/*'], 'applications', 'shop/*'),
        Policy.deny(shop, 'sync', 'applications', 'shop/payments'),
      ],
    });
    rbac.group('org:shop').has(shop);
    expect(theObject(chart.toJson(), 'ConfigMap')).toMatchObject({
      metadata: { name: 'argocd-rbac-cm', namespace: 'argocd', labels: { 'app.kubernetes.io/part-of': 'argocd' } },
      data: { 'policy.default': 'role:readonly', 'scopes': '- groups\n- email' },
    });
    expect(policyOf(chart)).toEqual([
      'p, role:team-shop, applications, get, shop/*, allow',
      'p, role:team-shop, applications, sync, shop/*, allow',
      'p, role:team-shop, applications, action/argoproj.io/Rollout/*, shop/*, allow',
      'p, role:team-shop, applications, sync, shop/payments, deny',
      'g, org:shop, role:team-shop',
    ]);
  });

  test('lets who may sync see, and quotes what has a comma', () => {
    const chart = argoCd();
    const rbac = new ArgoCdRbac(chart, 'Rbac', { defaultRole: 'none' });
    rbac.add(Policy.allow(User.named('ci'), 'sync', 'applications', 'shop/{web,api}'));
    rbac.group('CN=shop, OU=teams').has(shop, Role.readonly);
    expect(policyOf(chart)).toEqual([
      'p, ci, applications, get, "shop/{web,api}", allow',
      'p, ci, applications, sync, "shop/{web,api}", allow',
      'g, "CN=shop, OU=teams", role:readonly',
      'g, "CN=shop, OU=teams", role:team-shop',
    ]);
    expect(rbac.may(User.named('ci'), 'sync', 'applications', 'shop/api').allowed).toBe(true);
    expect(rbac.may({ groups: ['CN=shop, OU=teams'] }, 'get', 'clusters', 'https://a.example.com').allowed).toBe(true);
  });

  test('takes projects, clusters, repositories and users as objects', () => {
    const chart = argoCd();
    const project = new AppProject(chart, 'Shop', { sourceRepositories: [repository], destinations: [Destination.inCluster('shop')] });
    new ArgoCdRbac(chart, 'Rbac', {
      defaultRole: 'none',
      policies: [
        Policy.allow(shop, 'get', 'applications', project),
        Policy.allow(shop, 'get', 'projects', project),
        Policy.allow(shop, 'get', 'repositories', repository),
        Policy.allow(shop, 'get', 'clusters', { server: 'https://a.example.com' }),
        Policy.allow(shop, 'update', 'accounts', User.named('ci')),
        Policy.allow(shop, 'get', 'certificates', '*'),
      ],
    });
    expect(policyOf(chart)).toEqual([
      'p, role:team-shop, applications, get, shop/*, allow',
      'p, role:team-shop, projects, get, shop, allow',
      'p, role:team-shop, repositories, get, https://git.example.com/org/shop.git, allow',
      'p, role:team-shop, clusters, get, https://a.example.com, allow',
      'p, role:team-shop, accounts, update, ci, allow',
      'p, role:team-shop, certificates, get, *, allow',
    ]);
  });

  test('an Application is no project', () => {
    const chart = argoCd();
    const web = new Application(chart, 'Web', { source: Source.git({ repository, path: 'web' }), destination: Destination.inCluster('shop') });
    new ArgoCdRbac(chart, 'Rbac', { defaultRole: 'none', policies: [Policy.allow(shop, 'get', 'applications', web)] });
    expect(() => chart.toJson()).toThrow('which makes Application and no AppProject. name an Application by its project and its name, such as shop/web');
  });

  test('writes regular expressions where they are asked for, and does not give roles that cannot work then', () => {
    const chart = argoCd();
    const project = new AppProject(chart, 'Shop', { sourceRepositories: [repository], destinations: [Destination.inCluster('shop')] });
    const rbac = new ArgoCdRbac(chart, 'Rbac', {
      defaultRole: 'none', matchMode: 'regex',
      policies: [Policy.allow(shop, ['get', 'action/*'], 'applications', project), Policy.allow(shop, '*', 'logs', '*')],
    });
    expect(policyOf(chart)).toEqual([
      'p, role:team-shop, applications, ^get$, ^shop/.*, allow',
      'p, role:team-shop, applications, action/.*, ^shop/.*, allow',
      'p, role:team-shop, logs, .*, .*, allow',
    ]);
    rbac.give('alice', shop);
    expect(rbac.may({ user: 'alice' }, 'get', 'applications', 'shop/web').allowed).toBe(true);
    expect(rbac.may({ user: 'alice' }, 'get', 'applications', 'bookshop/web').allowed).toBe(false);
    expect(() => rbac.group('org:platform').has(Role.admin)).toThrow('role:admin is written in globs');
  });

  test('counts the roles of projects', () => {
    const chart = argoCd();
    new AppProject(chart, 'Shop', {
      sourceRepositories: [repository], destinations: [Destination.inCluster('shop')],
      roles: [ProjectRole.named('deployer', { policies: [ProjectPolicy.allow('get', 'applications', '*')], groups: ['org:shop'] })],
    });
    const rbac = new ArgoCdRbac(chart, 'Rbac', { defaultRole: 'none' });
    const asked = rbac.may({ groups: ['org:shop'] }, 'get', 'applications', 'shop/web');
    expect(asked).toMatchObject({ allowed: true, subject: 'org:shop', line: { source: 'the project shop' } });
    expect(rbac.may({ groups: ['org:shop'] }, 'get', 'projects', 'shop').allowed).toBe(true);
    expect(rbac.may({ groups: ['org:shop'] }, 'get', 'applications', 'payments/web').allowed).toBe(false);
  });

  test('becomes values where Argo CD is installed by Helm', () => {
    const chart = argoCd();
    const installation = new ArgoCdInstallation(chart, 'ArgoCd', { as: 'helmValues' });
    const rbac = new ArgoCdRbac(installation, 'Rbac', { defaultRole: Role.readonly });
    rbac.give(User.named('dave'), Role.admin);
    expect(chart.toJson()).toEqual([]);
    expect(installation.helmValues).toMatchObject({ configs: { rbac: { 'policy.default': 'role:readonly', 'policy.csv': 'g, dave, role:admin\n' } } });
  });

  test.each([
    ['a role of Argo CD', () => Role.named('admin' as 'mine'), 'role:admin is a role of Argo CD, and what is added to it everybody who has it may do'],
    ['a role with its prefix', () => Role.named('role:shop' as 'mine'), 'the role is named "role:shop". leave out role:'],
    ['a role as a user', () => User.named('role:shop'), 'the user is named "role:shop", as roles are. write Role.named(...)'],
    ['a role as a group', () => new ArgoCdRbac(argoCd(), 'Rbac', { defaultRole: 'none' }).group('role:shop'), '"role:shop" is a role, and no group'],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('ArgoCdPolicy', () => {
  test('answers for a ConfigMap that somebody else wrote', () => {
    const policy = ArgoCdPolicy.fromConfigMap({
      kind: 'ConfigMap',
      data: { 'policy.csv': 'p, role:shop, applications, *, shop/*, allow', 'policy.team.csv': 'g, org:shop, role:shop' },
    });
    expect(policy.may({ groups: ['org:shop'] }, 'delete', 'applications', 'shop/web').allowed).toBe(true);
    expect(policy.may({ groups: ['org:other'] }, 'delete', 'applications', 'shop/web')).toMatchObject({
      allowed: false, reason: 'no line allows applications, delete, shop/web; no line with g gives a role to org:other',
    });
  });

  test('with a line that cannot be read nothing is allowed', () => {
    const policy = ArgoCdPolicy.fromConfigMap({ kind: 'ConfigMap', data: { 'policy.csv': 'g, org:shop' } });
    expect(policy.may({ user: 'admin' }, 'get', 'applications', 'shop/web')).toMatchObject({
      allowed: false, reason: 'the policy cannot be read, as of policy.csv, line 1: a line with g has 3 fields, and this one 2',
    });
  });

  test('is read from a ConfigMap alone', () => {
    expect(() => ArgoCdPolicy.fromConfigMap({ kind: 'Secret' })).toThrow('a policy is read from "Secret". give the ConfigMap argocd-rbac-cm');
  });
});
