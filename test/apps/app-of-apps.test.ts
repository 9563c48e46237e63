import { APPLICATION_HEALTH } from '../../src/app/application-health';
import { ArgoChart } from '../../src/app/argo-chart';
import { warningsOf } from '../../src/app/warnings';
import { AppOfApps, type AppOfAppsProps } from '../../src/apps/app-of-apps';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { Generator } from '../../src/appsets/generator';
import { MultiClusterAppSet } from '../../src/appsets/multi-cluster-app-set';
import { ArgoCdConfig } from '../../src/control-plane/argo-cd/argo-cd-config';
import { Repository } from '../../src/fleet/repository';
import type { JsonObject } from '../../src/manifests/json';
import { LuaHealth } from '../../src/testing/lua-health';
import { plainApp } from '../plain-app';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
const other = Repository.git({ url: 'https://git.example.com/org/other.git', revision: 'main' });
const WAVE = 'argocd.argoproj.io/sync-wave';
const HEALTH = 'resource.customizations.health.argoproj.io_Application';

function bootstrap(props: Partial<AppOfAppsProps> = {}) {
  const app = plainApp();
  const chart = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  return { app, chart, platform: new AppOfApps(chart, 'Platform', { repository, ...props }) };
}

function sets(scope: ArgoChart, id: string) {
  return new MultiClusterAppSet(scope, id, {
    generators: [Generator.clusters({ matchLabels: { env: 'production' } })],
    template: (p) => ({ name: `web-${p.nameNormalized}`, source: Source.git({ repository: other, path: 'web' }), destination: Destination.server(p.server, 'web') }),
  });
}

function waves(chart: ArgoChart): JsonObject {
  return Object.fromEntries(chart.toJson().map(({ kind, metadata }) => [`${kind}/${metadata.name}`, metadata.annotations?.[WAVE] ?? '0']));
}

describe('children of an AppOfApps', () => {
  const finalizers = ['resources-finalizer.argocd.argoproj.io'];

  test('are charts, Applications, ApplicationSets and other roots, in an order', () => {
    const { app, platform } = bootstrap();
    const infra = platform.addAppOfApps('Infra');
    const crds = infra.addChart(new ArgoChart(app, 'crds', { namespace: 'crds' }));
    infra.addChart(new ArgoChart(app, 'mesh', { namespace: 'mesh' })).syncAfter(crds);
    const set = platform.add(sets(platform.applications, 'Web')).syncAfter(platform.add(infra));
    platform.addChart(new ArgoChart(app, 'smoke', { namespace: 'smoke' })).syncAfter(set);
    expect(waves(platform.applications)).toEqual({ 'Application/infra': '0', 'ApplicationSet/web': '1', 'Application/smoke': '2' });
    expect(waves(infra.applications)).toEqual({ 'Application/crds': '0', 'Application/mesh': '1' });
    const [root] = platform.applications.toJson();
    expect(root).toMatchObject({ metadata: { namespace: 'argocd' }, spec: { source: { path: 'dist/infra' } } });
  });

  test('may be roots that come after others, and before', () => {
    const { app, chart, platform } = bootstrap();
    const first = platform.addChart(new ArgoChart(app, 'first', { namespace: 'first' }));
    const infra = platform.addAppOfApps('Infra').syncAfter(first);
    const teams = platform.addAppOfApps('Teams').syncAfter(infra);
    platform.addChart(new ArgoChart(app, 'smoke', { namespace: 'smoke' })).syncAfter(infra, teams);
    expect(waves(platform.applications)).toEqual({ 'Application/first': '0', 'Application/infra': '1', 'Application/teams': '2', 'Application/smoke': '3' });
    new ArgoCdConfig(chart, 'Config');
    expect(chart.toJson().find(({ kind }) => kind === 'ConfigMap')).toHaveProperty(['data', HEALTH]);
    const nested = infra.addChart(new ArgoChart(app, 'nested', { namespace: 'nested' }));
    expect(() => teams.syncAfter(nested)).toThrow(/is a child of another root, and a root orders its own children only/);
    expect(() => teams.add(infra)).toThrow(/the Application stands in another chart.*declare it as platform.addAppOfApps\(...\)/);
  });

  test('are deleted as the root says, or as they say themselves', () => {
    const { app, chart, platform } = bootstrap({ cascadeDeletion: true, childCascadeDeletion: 'background' });
    platform.addChart(new ArgoChart(app, 'web', { namespace: 'web' }));
    platform.addChart(new ArgoChart(app, 'data', { namespace: 'data' }), { cascadeDeletion: false });
    platform.addAppOfApps('Infra').addChart(new ArgoChart(app, 'mesh', { namespace: 'mesh' }));
    expect(chart.toJson()[0]!.metadata).toMatchObject({ finalizers });
    const [infra, web, data] = ['infra', 'web', 'data'].map((name) => platform.applications.toJson().find(({ metadata }) => metadata.name === name)!);
    expect(web!.metadata).toMatchObject({ finalizers: [`${finalizers[0]}/background`] });
    expect(data!.metadata).not.toHaveProperty('finalizers');
    expect(infra!.metadata).toMatchObject({ finalizers: [`${finalizers[0]}/background`] });
  });

  test('below a root below are deleted along, unless that says otherwise', () => {
    const { app, platform } = bootstrap({ childCascadeDeletion: true });
    const infra = platform.addAppOfApps('Infra').addAppOfApps('Mesh');
    infra.addChart(new ArgoChart(app, 'crds', { namespace: 'crds' }));
    const kept = platform.addAppOfApps('Kept', { cascadeDeletion: false });
    kept.add(new Application(kept.applications, 'Data', { source: Source.git({ repository: other, path: 'data' }), destination: Destination.inCluster('data') }));
    const finalizersIn = (root: AppOfApps) => root.applications.toJson().map(({ metadata }) => [metadata.name, metadata.finalizers]);
    expect(finalizersIn(platform)).toEqual([['infra', finalizers], ['kept', undefined]]);
    expect(finalizersIn(infra)).toEqual([['crds', finalizers]]);
    // What is made elsewhere says it itself.
    expect(finalizersIn(kept)).toEqual([['data', undefined]]);
  });

  test('are nothing else', () => {
    const { platform } = bootstrap();
    const stray = Object.assign(new ArgoCdConfig(platform.applications, 'Config'), { name: 'argocd-cm' });
    expect(() => platform.add(stray)).toThrow(/this is no Application and no ApplicationSet.*platform.addChart\(chart\)/);
  });
});

describe('a root never contains itself', () => {
  test('by way of a root that it contains', () => {
    const { chart, platform } = bootstrap();
    const nested = platform.addAppOfApps('Infra');
    expect(() => nested.addChart(chart)).toThrow(/would deliver itself, by way of the charts bootstrap, bootstrap\/.*Applications, .*Infra/);
    expect(() => nested.addChart(platform.applications)).toThrow(/holds the root itself, which would then apply itself/);
  });

  test('by way of an Application that somebody wrote', () => {
    const { app, platform } = bootstrap();
    const tools = new ArgoChart(app, 'tools', { namespace: 'tools' });
    platform.addChart(tools);
    expect(() => new Application(tools, 'Back', { source: Source.chart(platform.applications, repository), destination: Destination.inCluster() }))
      .toThrow(/by way of the charts bootstrap\/.*Applications, tools/);
  });

  test('while one chart for two roots is no loop', () => {
    const { app, platform } = bootstrap();
    const shared = new ArgoChart(app, 'shared', { namespace: 'shared' });
    platform.addChart(shared, { destination: Destination.cluster('eu', 'shared') });
    expect(() => platform.addAppOfApps('Us').addChart(shared, { destination: Destination.cluster('us', 'shared') })).not.toThrow();
  });
});

describe('an order between Applications', () => {
  function ordered() {
    const parts = bootstrap();
    const first = parts.platform.addChart(new ArgoChart(parts.app, 'first', { namespace: 'first' }));
    parts.platform.addChart(new ArgoChart(parts.app, 'second', { namespace: 'second' })).syncAfter(first);
    return parts;
  }

  test('puts a health check into the ArgoCdConfig of the app', () => {
    const { chart } = ordered();
    new ArgoCdConfig(chart, 'Config');
    expect(chart.toJson().find(({ kind }) => kind === 'ConfigMap')).toMatchObject({ data: { [HEALTH]: APPLICATION_HEALTH } });
  });

  test('after an ApplicationSet needs none, as Argo CD has a check for these', () => {
    const { app, chart, platform } = bootstrap();
    platform.addChart(new ArgoChart(app, 'smoke', { namespace: 'smoke' })).syncAfter(platform.add(sets(platform.applications, 'Web')));
    new ArgoCdConfig(chart, 'Config');
    expect(chart.toJson().find(({ kind }) => kind === 'ConfigMap')).not.toHaveProperty(['data', HEALTH]);
  });
});

describe('the health check of Applications', () => {
  const health = LuaHealth.of({ script: APPLICATION_HEALTH });
  const source = { repoURL: 'https://git.example.com/org/manifests.git', path: 'dist/web', targetRevision: 'main' };
  const assess = (status?: JsonObject, spec: JsonObject = { source }): string =>
    health.assess({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name: 'web' }, spec, ...(status && { status }) }).status;
  const chart = { repoURL: 'https://charts.example.com', chart: 'web', targetRevision: '2.1.0' };
  const values = { repoURL: 'https://git.example.com/org/values.git', targetRevision: 'main', ref: 'values' };
  // Argo CD writes the single source out, empty, where there are several.
  const severally = { health: { status: 'Healthy' }, sync: { status: 'Synced', comparedTo: { source: { repoURL: '' }, sources: [chart, values] } } };
  const hydrating = (targetRevision: string): JsonObject =>
    ({ sourceHydrator: { drySource: { ...source, targetRevision }, syncSource: { targetBranch: 'environments/production', path: 'web' } } });
  const hydrated = (phase: string): JsonObject => ({
    health: { status: 'Healthy' },
    sync: { status: 'Synced', comparedTo: { source: { repoURL: source.repoURL, path: 'web', targetRevision: 'environments/production' } } },
    sourceHydrator: { currentOperation: { phase, ...hydrating('main') } },
  });
  const healthy = { health: { status: 'Healthy' }, sync: { status: 'Synced', comparedTo: { source } } };

  test.each<[string, string, JsonObject | undefined, JsonObject | undefined]>([
    ['Progressing', 'nobody has looked at it', undefined, undefined],
    ['Progressing', 'it was not assessed yet', { sync: { status: 'Unknown' } }, undefined],
    ['Healthy', 'it is healthy', healthy, undefined],
    ['Progressing', 'another revision was compared', healthy, { source: { ...source, targetRevision: 'v2' } }],
    ['Progressing', 'another folder was compared', healthy, { source: { ...source, path: 'dist/other' } }],
    ['Progressing', 'a sync is running', { ...healthy, operationState: { phase: 'Running' } }, undefined],
    ['Healthy', 'its sync is over', { ...healthy, operationState: { phase: 'Succeeded' } }, undefined],
    ['Degraded', 'it is degraded', { ...healthy, health: { status: 'Degraded', message: 'no pods' } }, undefined],
    ['Suspended', 'a rollout in it is paused', { ...healthy, health: { status: 'Suspended' } }, undefined],
    ['Healthy', 'its several sources were compared', severally, { sources: [chart, values] }],
    ['Progressing', 'another revision of its second source was compared', severally, { sources: [chart, { ...values, targetRevision: 'v2' }] }],
    ['Progressing', 'another version of its first source was compared', severally, { sources: [{ ...chart, targetRevision: '2.2.0' }, values] }],
    ['Progressing', 'a source was added', severally, { sources: [chart, values, source] }],
    ['Progressing', 'one source became several', healthy, { sources: [source] }],
    ['Progressing', 'several sources became one', severally, { source }],
    ['Healthy', 'what was hydrated was compared', hydrated('Hydrated'), hydrating('main')],
    ['Progressing', 'another branch was compared', healthy, hydrating('main')],
    ['Progressing', 'it is being hydrated', hydrated('Hydrating'), hydrating('main')],
    ['Progressing', 'another revision was hydrated', hydrated('Hydrated'), hydrating('v2')],
  ])('says %s when %s', (expected, _, status, spec) => {
    expect(assess(status, spec)).toBe(expected);
  });
});

test('a root without children is a warning: its folder is not written', () => {
  const { app, platform } = bootstrap({ repository: other });
  expect(warningsOf(platform)).toMatchObject([{ rule: 'constructs/root-has-children', message: expect.stringContaining('the root platform has no children') }]);
  // A child that is a root has its own Application in the folder.
  const nested = platform.addAppOfApps('Infrastructure');
  expect(warningsOf(platform)).toEqual([]);
  expect(warningsOf(nested)).toHaveLength(1);
  nested.addChart(new ArgoChart(app, 'web', { namespace: 'web' }));
  expect(warningsOf(nested)).toEqual([]);
});
