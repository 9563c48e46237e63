import { ApiObject, type App, type Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { ArgoChart } from '../../src/app/argo-chart';
import { AppOfApps } from '../../src/apps/app-of-apps';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { Generator } from '../../src/appsets/generator';
import { MultiClusterAppSet } from '../../src/appsets/multi-cluster-app-set';
import { ArgoCdConfig } from '../../src/control-plane/argo-cd/argo-cd-config';
import { Repository } from '../../src/fleet/repository';
import { WAVE_ANNOTATION } from '../../src/manifests/apply-order';
import { SyncHook } from '../../src/sync/sync-hook';
import { SyncWaves } from '../../src/sync/sync-waves';
import { plainApp } from '../plain-app';
import { theObject } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
const HEALTH = 'resource.customizations.health.argoproj.io_Application';

/** Two charts, and a ConfigMap in each. */
function charts() {
  const app = plainApp();
  const [database, web] = ['database', 'web'].map((id) => new ArgoChart(app, id, { namespace: id })) as [ArgoChart, ArgoChart];
  const [schema, settings] = [database, web].map((chart) => new kplus.ConfigMap(chart, 'Config', { data: { a: 'b' } })) as [kplus.ConfigMap, kplus.ConfigMap];
  return { app, database, web, schema, settings };
}

function platformOf(app: App): { bootstrap: ArgoChart; platform: AppOfApps } {
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  new ArgoCdConfig(bootstrap, 'Config');
  return { bootstrap, platform: new AppOfApps(bootstrap, 'Platform', { repository }) };
}

function waves(chart: Chart): Record<string, string> {
  return Object.fromEntries(chart.toJson().map(({ metadata }: { metadata: { name: string; annotations?: Record<string, string> } }) =>
    [metadata.name, metadata.annotations?.[WAVE_ANNOTATION] ?? 'none']));
}

function setOfBoth(app: App, steps: boolean): void {
  new MultiClusterAppSet(new ArgoChart(app, 'sets', { namespace: 'argocd' }), 'Stack', {
    generators: [
      Generator.clusters({ matchLabels: { part: 'database' }, values: { part: 'database' } }),
      Generator.clusters({ matchLabels: { part: 'web' }, values: { part: 'web' } }),
    ],
    template: (p) => ({
      name: `${p.nameNormalized}-${p.values.part}`,
      labels: { part: p.values.part },
      source: Source.git({ repository, path: p.values.part }),
      destination: Destination.server(p.server, 'stack'),
    }),
    rollingSync: steps ? [{ matchLabels: { part: ['database'] } }, { matchLabels: { part: ['web'] } }] : undefined,
  });
}

/** An ApplicationSet of both charts, in YAML as it were. */
function steppedSet(app: App, steps: readonly string[], label: string): void {
  const source = { repoURL: repository.url, targetRevision: 'main', path: 'dist/{{.part}}' };
  new ApiObject(new ArgoChart(app, 'sets', { namespace: 'argocd' }), 'Stack', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'stack' },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [{ list: { elements: [{ part: 'database' }, { part: 'web' }] } }],
      strategy: { type: 'RollingSync', rollingSync: { steps: steps.map((step) => ({ matchExpressions: [{ key: 'part', operator: 'In', values: [step] }] })) } },
      template: {
        metadata: { name: 'infra-{{.part}}', labels: { part: label } },
        spec: { project: 'default', source, destination: { name: 'in-cluster', namespace: '{{.part}}' } },
      },
    },
  });
}

function setOf(scope: ArgoChart, path: string): MultiClusterAppSet<[ReturnType<typeof Generator.clusters>]> {
  return new MultiClusterAppSet(scope, path, {
    generators: [Generator.clusters({ matchLabels: { env: 'production' } })],
    template: (p) => ({ name: `${path}-${p.nameNormalized}`, source: Source.git({ repository, path }), destination: Destination.server(p.server, path) }),
  });
}

describe('an order between charts', () => {
  test('is one of the children of a root, with the health that they need', () => {
    const { app, database, web, schema, settings } = charts();
    const { bootstrap, platform } = platformOf(app);
    platform.addChart(web);
    SyncWaves.of(web).sequence(schema, settings);
    platform.addChart(database);
    expect(waves(platform.applications)).toEqual({ database: 'none', web: '1' });
    expect(waves(web)).toEqual({ config: 'none' });
    expect(theObject(bootstrap.toJson(), 'ConfigMap').data).toHaveProperty([HEALTH]);
  });

  test('asks for no health where there is none', () => {
    const { app, database, web } = charts();
    const { bootstrap, platform } = platformOf(app);
    for (const chart of [web, database]) platform.addChart(chart);
    expect(theObject(bootstrap.toJson(), 'ConfigMap')).not.toHaveProperty(['data', HEALTH]);
  });

  test('is one of the roots that the charts stand below', () => {
    const { app, database, web, schema, settings } = charts();
    const { platform } = platformOf(app);
    const teams = platform.addAppOfApps('Teams');
    const infra = platform.addAppOfApps('Infra');
    teams.addChart(web);
    infra.addChart(database);
    SyncWaves.of(web).syncAfter(settings, [schema]);
    expect(waves(platform.applications)).toEqual({ infra: 'none', teams: '1' });
    expect(waves(teams.applications)).toEqual({ web: 'none' });
  });

  test('is what cdk8s was told of a chart that uses waves', () => {
    const { app, database, web } = charts();
    const { platform } = platformOf(app);
    for (const chart of [web, database]) platform.addChart(chart);
    web.addDependency(database);
    SyncWaves.of(web);
    expect(waves(platform.applications)).toEqual({ database: 'none', web: '1' });
  });

  test('is none where cdk8s orders files only', () => {
    const { app, database, web } = charts();
    const { platform } = platformOf(app);
    for (const chart of [web, database]) platform.addChart(chart);
    web.addDependency(database);
    expect(waves(platform.applications)).toEqual({ database: 'none', web: 'none' });
  });

  test('is kept by the steps of an ApplicationSet, and only by them', () => {
    const kept = charts();
    setOfBoth(kept.app, true);
    SyncWaves.of(kept.web).sequence(kept.schema, kept.settings);
    expect(kept.web.toJson()).toHaveLength(1);
    const lost = charts();
    setOfBoth(lost.app, false);
    SyncWaves.of(lost.web).sequence(lost.schema, lost.settings);
    expect(() => lost.web.toJson() as unknown).toThrow('nothing here applies the chart database before the chart web');
  });

  test.each([
    ['turn it round', ['web', 'database'], 'syncs infra-web in step 1 and infra-database in step 2'],
    ['do both at once', ['all'], 'syncs infra-database and infra-web together, in step 1'],
  ])('is not kept by steps that %s', (_, steps, text) => {
    const { app, database, web, schema, settings } = charts();
    steppedSet(app, steps, steps.length > 1 ? '{{.part}}' : 'all');
    SyncWaves.of(web).sequence(schema, settings);
    expect(() => database.toJson() as unknown)
      .toThrow(`web is to come after database, and the ApplicationSet stack ${text}. give infra-web the labels of a later step than those of infra-database`);
  });

  test('is kept by steps of its order', () => {
    const { app, database, web, schema, settings } = charts();
    steppedSet(app, ['database', 'web'], '{{.part}}');
    SyncWaves.of(web).sequence(schema, settings);
    expect(database.toJson()).toHaveLength(1);
  });

  test('is one of an ApplicationSet and a chart in one root', () => {
    const { app, database, web, schema, settings } = charts();
    const { platform } = platformOf(app);
    platform.addChart(database);
    platform.add(setOf(platform.applications, 'web'));
    SyncWaves.of(web).sequence(schema, settings);
    expect(waves(platform.applications)).toEqual({ database: 'none', web: '1' });
  });

  test('is none where the earlier chart is brought by an ApplicationSet that nobody waits for', () => {
    const { app, database, web, schema, settings } = charts();
    const { platform } = platformOf(app);
    platform.add(setOf(platform.applications, 'web'));
    platform.addChart(database);
    SyncWaves.of(web).sequence(settings, schema);
    expect(() => web.toJson() as unknown).toThrow('nothing here applies the chart web before the chart database');
  });

  test('counts when it is said after something was rendered', () => {
    const { app, database, web, schema, settings } = charts();
    const { platform } = platformOf(app);
    for (const chart of [web, database]) platform.addChart(chart);
    expect(waves(platform.applications)).toEqual({ database: 'none', web: 'none' });
    SyncWaves.of(web).syncAfter(settings, schema);
    expect(waves(platform.applications)).toEqual({ database: 'none', web: '1' });
  });

  test.each(['PostDelete', 'SyncFail'] as const)('after a %s hook is an error', (phase) => {
    const { app, database, web, settings } = charts();
    const { platform } = platformOf(app);
    for (const chart of [database, web]) platform.addChart(chart);
    const cleanup = new kplus.Job(database, 'Cleanup', { containers: [{ image: 'registry.example.com/job:1' }] });
    if (phase === 'PostDelete') SyncHook.postDelete(cleanup);
    else SyncHook.syncFail(cleanup);
    SyncWaves.of(web).syncAfter(settings, cleanup);
    expect(() => web.toJson() as unknown).toThrow(new RegExp(`web/Config is to come after database/Cleanup \\(test.*\\), which is a ${phase} hook: it runs when .* take out`));
  });

  test('that nobody keeps is an error, also of a dependency', () => {
    const { database, web, schema, settings } = charts();
    settings.node.addDependency(schema);
    SyncWaves.of(web);
    expect(() => database.toJson() as unknown).toThrow(/is to come after database.*, and nothing here applies the chart database before the chart web: waves order/);
  });

  test('goes round in a circle as the children do', () => {
    const { app, database, web, schema, settings } = charts();
    const { platform } = platformOf(app);
    for (const chart of [web, database]) platform.addChart(chart);
    SyncWaves.of(web).sequence(schema, settings, schema);
    expect(() => web.toJson() as unknown).toThrow('circle: bootstrap/Platform/Applications/database -> bootstrap/Platform/Applications/web -> bootstrap/Platform/Applications/database');
  });
});
