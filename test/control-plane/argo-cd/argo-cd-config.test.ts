import { ApiObject } from 'cdk8s';
import { load } from 'js-yaml';
import { ArgoChart } from '../../../src/app/argo-chart';
import { deliveredTo } from '../../../src/app/units';
import { ArgoCdConfig } from '../../../src/control-plane/argo-cd/argo-cd-config';
import { ArgoCdParams } from '../../../src/control-plane/argo-cd/argo-cd-params';
import { HealthCheck } from '../../../src/control-plane/argo-cd/health-check';
import { TestApp } from '../../../src/testing/test-app';
import { theObject } from '../../shop';

const WHY = 'nobody waits';

function argoCdChart(app = new TestApp()): ArgoChart {
  return new ArgoChart(app, 'argo-cd', { namespace: 'argocd' });
}

function dataOf(chart: ArgoChart): Record<string, string> {
  return theObject(chart.toJson(), 'ConfigMap').data as Record<string, string>;
}

describe('ArgoCdConfig', () => {
  test('has the label without which Argo CD would not see it', () => {
    const chart = argoCdChart();
    new ArgoCdConfig(chart, 'Config', { url: 'https://argo-cd.example.com', metadata: { labels: { team: 'platform' } } });
    expect(theObject(chart.toJson(), 'ConfigMap')).toMatchObject({
      metadata: { name: 'argocd-cm', namespace: 'argocd', labels: { 'app.kubernetes.io/part-of': 'argocd', 'team': 'platform' } },
      data: { url: 'https://argo-cd.example.com' },
    });
  });

  test('writes what is nested as YAML', () => {
    const chart = argoCdChart();
    new ArgoCdConfig(chart, 'Config', {
      url: 'https://argo-cd.example.com',
      oidc: {
        name: 'Okta', issuer: 'https://org.okta.example.com', clientID: 'argo-cd', clientSecret: '$okta:clientSecret',
        requestedIDTokenClaims: { groups: { essential: true } }, refreshTokenThreshold: '5m',
      },
      resourceExclusions: [{ apiGroups: ['cilium.io'], kinds: ['CiliumIdentity'] }],
      globalProjects: [{ project: 'base', matchLabels: { tier: 'team' } }],
      applicationLinks: [{ url: 'https://logs.example.com', title: 'Logs', iconClass: 'fa-book', if: 'app.spec.project == "shop"' }],
    });
    const data = dataOf(chart);
    expect(load(data['oidc.config']!)).toEqual({
      name: 'Okta', issuer: 'https://org.okta.example.com', clientID: 'argo-cd', clientSecret: '$okta:clientSecret',
      requestedIDTokenClaims: { groups: { essential: true } }, refreshTokenThreshold: '5m',
    });
    expect(load(data['resource.exclusions']!)).toEqual([{ apiGroups: ['cilium.io'], kinds: ['CiliumIdentity'] }]);
    expect(load(data.globalProjects!)).toEqual([{ projectName: 'base', labelSelector: { matchLabels: { tier: 'team' } } }]);
    expect(load(data['application.links']!)).toEqual([
      { 'url': 'https://logs.example.com', 'title': 'Logs', 'icon.class': 'fa-book', 'if': 'app.spec.project == "shop"' },
    ]);
  });

  test('writes the rest as texts, and nothing unasked', () => {
    const chart = argoCdChart();
    new ArgoCdConfig(chart, 'Config', {
      accounts: { ci: { capabilities: ['apiKey'] }, former: { capabilities: ['login', 'apiKey'], enabled: false } },
      adminEnabled: false,
      resourceTrackingMethod: 'annotation',
      kustomize: { buildOptions: '--enable-helm', versions: { 'v5.4.1': { path: '/custom-tools/kustomize_5_4_1', buildOptions: '--enable-exec' } } },
      reconciliation: { timeout: '5m', jitter: 'none' },
      execShells: ['bash', 'sh'],
      impersonation: 'enforced',
      ignoreDifferences: [{ everyKind: true, managedFieldsManagers: ['kube-controller-manager'] }],
      ignoreResourceUpdates: [{ kind: 'ConfigMap', jsonPointers: ['/metadata/annotations'] }],
      knownTypes: [{ group: 'example.com', kind: 'Cache', fields: { 'spec.size': 'core/Quantity' } }],
    });
    expect(dataOf(chart)).toEqual({
      'accounts.ci': 'apiKey',
      'accounts.former': 'login, apiKey',
      'accounts.former.enabled': 'false',
      'admin.enabled': 'false',
      'application.resourceTrackingMethod': 'annotation',
      'application.sync.impersonation.enabled': 'true',
      'exec.enabled': 'true',
      'exec.shells': 'bash,sh',
      'kustomize.buildOptions': '--enable-helm',
      'kustomize.buildOptions.v5.4.1': '--enable-exec',
      'kustomize.path.v5.4.1': '/custom-tools/kustomize_5_4_1',
      'resource.customizations.ignoreDifferences.all': 'managedFieldsManagers:\n  - kube-controller-manager\n',
      'resource.customizations.ignoreResourceUpdates.ConfigMap': 'jsonPointers:\n  - /metadata/annotations\n',
      'resource.customizations.knownTypeFields.example.com_Cache': '- field: spec.size\n  type: core/Quantity\n',
      'timeout.reconciliation': '5m',
      'timeout.reconciliation.jitter': '0s',
    });
  });

  test('renders health checks and actions under the keys of their kinds', () => {
    const chart = argoCdChart();
    const script = 'return { status = string.upper("x") }';
    new ArgoCdConfig(chart, 'Config', {
      healthChecks: [HealthCheck.lua({ group: 'example.com', kind: 'Cache', script, useOpenLibs: true })],
      actions: [{ group: 'apps', kind: 'Deployment', discovery: 'return { pause = {} }', definitions: [{ name: 'pause', script: 'return obj' }] }],
    });
    expect(dataOf(chart)).toMatchObject({
      'resource.customizations.health.example.com_Cache': script,
      'resource.customizations.useOpenLibs.example.com_Cache': 'true',
    });
    expect(load(dataOf(chart)['resource.customizations.actions.apps_Deployment']!)).toEqual({
      'discovery.lua': 'return { pause = {} }', 'definitions': [{ 'name': 'pause', 'action.lua': 'return obj' }],
    });
  });

  test.each([
    ['a key that is said twice', { adminEnabled: true, more: { 'admin.enabled': 'true' } }, /admin\.enabled is said twice/],
    ['admin as an account', { accounts: { admin: { capabilities: ['login'] } } }, /say adminEnabled/],
    ['an account with a dot', { accounts: { 'a.b': { capabilities: ['login'] } } }, /"a\.b" would be a key/],
    ['no ignored fields', { ignoreDifferences: [{ kind: 'Service' }] }, /names no fields/],
    ['an apiVersion for a group', { knownTypes: [{ group: 'example.com/v1', kind: 'Cache', fields: {} }] }, /is no kind/],
    ['a group of nobody', { knownTypes: [{ group: 'core', kind: 'Service', fields: {} }] }, /would be for nothing: there is no group "core".* leave the group out/],
    ['a kind without its capital', { ignoreDifferences: [{ kind: 'service', jsonPointers: ['/spec'] }] }, /there is no kind "service"/],
    ['a slash in an ignored key', { ignoreDifferences: [{ kind: 'Service', jsonPointers: ['/metadata/labels/example.com/a'] }] }, /write \/metadata\/labels\/example\.com~1a/],
    ['a version among the excluded groups', { resourceExclusions: [{ apiGroups: ['cilium.io/v2'] }] }, /would match nothing: .* write cilium\.io/],
    ['a pattern of excluded kinds', { resourceExclusions: [{ kinds: ['Cilium*'] }] }, /takes no pattern there/],
    ['a lookahead for passwords', { passwordPattern: '(?=.*[0-9]).{12,}' }, /nobody could set a password: the regular expressions of Go have no lookaround/],
    ['a secret in plain text', {
      url: 'https://argo-cd.example.com', oidc: { name: 'x', issuer: 'https://x.example.com', clientID: 'x', clientSecret: '$a b' },
    }, /clientSecret of oidc is no reference/],
  ] as const)('refuses %s', (_, props, message) => {
    expect(() => new ArgoCdConfig(argoCdChart(), 'Config', props)).toThrow(message);
  });
});

test('managers of the core group stand behind an empty group, where Argo CD looks for them', () => {
  const chart = argoCdChart();
  new ArgoCdConfig(chart, 'Config', {
    ignoreDifferences: [{ kind: 'Service', managedFieldsManagers: ['a'] }, { kind: 'ConfigMap', jsonPointers: ['/data'] }],
  });
  expect(Object.keys(dataOf(chart))).toEqual(['resource.customizations.ignoreDifferences.ConfigMap', 'resource.customizations.ignoreDifferences._Service']);
});

describe('HealthCheck', () => {
  test('refuses a group that nobody has', () => {
    expect(() => HealthCheck.lua({ group: 'core', kind: 'Service', script: 'return {}' })).toThrow(/health check would be for nothing: .* leave the group out/);
  });

  test.each([
    ['syntax', 'if obj then', /example\.com_Cache is not Lua 5\.1: line 1, character 12: 'end' expected/],
    ['integer division, which Lua 5.1 does not have', 'return 4 // 2', /is not Lua 5\.1/],
    ['a library that is not there', 'return { status = string.upper("x") }', /string\.upper in line 1 is of the string library.*useOpenLibs: true/],
  ])('refuses %s', (_, script, message) => {
    expect(() => HealthCheck.lua({ group: 'example.com', kind: 'Cache', script })).toThrow(message);
  });
});

describe('contributions', () => {
  const setting = { key: 'resource.customizations.health.example.com_Cache', value: 'return { status = "Healthy" }', why: WHY };

  test('come into the config of the app, before and after it is declared', () => {
    const app = new TestApp();
    const web = new ArgoChart(app, 'web', { namespace: 'web' });
    ArgoCdConfig.contribute(web, setting);
    const chart = argoCdChart(app);
    new ArgoCdConfig(chart, 'Config', { adminEnabled: false });
    new ArgoCdParams(chart, 'Params');
    ArgoCdParams.contribute(web, { key: 'applicationsetcontroller.enable.progressive.syncs', value: 'true', why: WHY });
    expect(app.check().findings).toEqual([]);
    expect(chart.toJson().map(({ metadata, data }) => [metadata.name, data])).toEqual([
      ['argocd-cm', { 'admin.enabled': 'false', [setting.key]: setting.value }],
      ['argocd-cmd-params-cm', { 'applicationsetcontroller.enable.progressive.syncs': 'true' }],
    ]);
  });

  test('that nobody takes are a warning, once', () => {
    const app = new TestApp();
    const web = new ArgoChart(app, 'web', { namespace: 'web' });
    for (let i = 0; i < 2; i++) ArgoCdConfig.contribute(web, setting);
    expect(app.check().findings).toMatchObject([{
      rule: 'constructs/setting-delivered',
      message: `nobody here sets ${setting.key} in argocd-cm, so nobody waits. declare an ArgoCdConfig in the chart of Argo CD, `
        + 'or acknowledge this if it is set elsewhere',
    }]);
  });

  test('that a ConfigMap written by hand has are no warning', () => {
    const app = new TestApp();
    ArgoCdConfig.contribute(new ArgoChart(app, 'web', { namespace: 'web' }), { ...setting, key: 'installationID' });
    const metadata = { name: 'argocd-cm', labels: { 'app.kubernetes.io/part-of': 'argocd' } };
    new ApiObject(argoCdChart(app), 'Config', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { installationID: 'one' } });
    expect(app.check().findings).toEqual([]);
  });

  test('that differ are an error that names both', () => {
    const app = new TestApp();
    const [web, api] = ['web', 'api'].map((id) => new ArgoChart(app, id, { namespace: id }));
    ArgoCdConfig.contribute(web!, { ...setting, key: 'installationID', value: 'one' });
    ArgoCdConfig.contribute(api!, { ...setting, key: 'installationID', value: 'two' });
    new ArgoCdConfig(argoCdChart(app), 'Config');
    const [finding] = app.check().findings;
    expect(finding).toMatchObject({ rule: 'constructs/valid', severity: 'error' });
    expect(finding!.message).toMatch(/installationID of argocd-cm is "one" for web \(.*:\d+\) and "two" for api \(.*:\d+\)\. make them agree/);
  });

  test('give way to the config where another value will do', () => {
    const app = new TestApp();
    ArgoCdConfig.contribute(new ArgoChart(app, 'web'), { ...setting, overridable: true });
    const chart = argoCdChart(app);
    new ArgoCdConfig(chart, 'Config', { healthChecks: [HealthCheck.lua({ group: 'example.com', kind: 'Cache', script: 'return { status = "Degraded" }' })] });
    expect(app.check().findings).toEqual([]);
    expect(dataOf(chart)).toEqual({ [setting.key]: 'return { status = "Degraded" }' });
  });

  test('go to the config of their namespace where there are several', () => {
    const app = new TestApp();
    const charts = ['argocd', 'argocd-edge'].map((namespace) => new ArgoChart(app, namespace, { namespace }));
    for (const chart of charts) new ArgoCdConfig(chart, 'Config', { adminEnabled: false });
    ArgoCdConfig.contribute(new ArgoChart(app, 'apps', { namespace: 'argocd-edge' }), { ...setting, key: 'installationID', value: 'edge' });
    expect(charts.map((chart) => dataOf(chart).installationID)).toEqual([undefined, 'edge']);
  });

  test('have keys that a ConfigMap may have', () => {
    expect(() => ArgoCdConfig.contribute(argoCdChart(), { ...setting, key: 'resource.customizations.health.*_Cache' })).toThrow(/cannot stand in a ConfigMap/);
  });
});

test('two configs in one chart are refused, with the place of the first', () => {
  const chart = argoCdChart();
  new ArgoCdConfig(chart, 'One');
  expect(() => new ArgoCdConfig(chart, 'Two')).toThrow(/argocd-cm is declared already, by argo-cd\/One \(.*:\d+\)\. keep one/);
});

test('two configs of one namespace in two charts are an error, unless the clusters differ', () => {
  const app = new TestApp();
  const charts = ['one', 'two'].map((id) => new ArgoChart(app, id, { namespace: 'argocd' }));
  for (const chart of charts) new ArgoCdConfig(chart, 'Config', { adminEnabled: false });
  expect(app.check().findings).toMatchObject([{
    rule: 'constructs/valid', message: expect.stringMatching(/argocd-cm of the namespace argocd is declared already, by one\/Config \(.*:\d+\)/),
  }]);
  charts.forEach((chart, i) => deliveredTo(chart, `https://${i}.example.com`));
  expect(app.check().findings).toEqual([]);
});

test('parameters are texts', () => {
  const chart = argoCdChart();
  new ArgoCdParams(chart, 'Params', {
    applicationNamespaces: ['team-*'], server: { insecure: true, rootPath: '/argo-cd' }, controller: { syncTimeout: '10m', statusProcessors: 50 },
    applicationSets: { progressiveSyncs: true, requeueAfter: '5m', allowedScmProviders: ['https://git.example.com/'] },
    repoServer: { maxCombinedDirectoryManifestsSize: '20M' }, more: { 'controller.log.level': 'warn' },
  });
  expect(dataOf(chart)).toEqual({
    'application.namespaces': 'team-*',
    'applicationsetcontroller.allowed.scm.providers': 'https://git.example.com/',
    'applicationsetcontroller.enable.progressive.syncs': 'true',
    'applicationsetcontroller.requeue.after': '5m',
    'controller.log.level': 'warn',
    'controller.status.processors': '50',
    'controller.sync.timeout.seconds': '600',
    'reposerver.max.combined.directory.manifests.size': '20M',
    'server.insecure': 'true',
    'server.rootpath': '/argo-cd',
  });
});
