import { ApiObject } from 'cdk8s';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { AppOfApps } from '../../src/apps/app-of-apps';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { ApplicationSet } from '../../src/appsets/application-set';
import { Generator } from '../../src/appsets/generator';
import { ArgoCdConfig } from '../../src/control-plane/argo-cd/argo-cd-config';
import { ArgoCdInstallation } from '../../src/control-plane/argo-cd/argo-cd-installation';
import { ArgoCdParams } from '../../src/control-plane/argo-cd/argo-cd-params';
import { Repository } from '../../src/fleet/repository';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
const charts = Repository.helm({ url: 'https://charts.example.com' });
const NOTHING_WAITS = '! on a first installation no Application is waited for before';

function platform(): { readonly app: ArgoApp; readonly root: AppOfApps } {
  const app = new ArgoApp({ report: 'none' });
  return { app, root: new AppOfApps(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'root', { repository }) };
}

function chart(app: ArgoApp, id: string): ArgoChart {
  const made = new ArgoChart(app, id, { namespace: id });
  new ApiObject(made, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
  return made;
}

describe('settings that a root relies on', () => {
  test('come too late for a first installation where a child brings them', () => {
    const { app, root } = platform();
    const config = new ArgoChart(app, 'config', { namespace: 'argocd' });
    new ArgoCdConfig(config, 'Config', {});
    root.addChart(chart(app, 'web')).syncAfter(root.addChart(config));
    const plan = app.syncPlan();
    expect(plan.applications.map(({ name, lateSettings }) => [name, lateSettings.length])).toEqual([['bootstrap', 0], ['root', 1], ['config', 0], ['web', 0]]);
    expect(plan.applications[1]?.lateSettings).toEqual([
      { until: 'healthy', configMap: 'argocd-cm', broughtBy: expect.objectContaining({ kind: 'Application', name: 'config' }) as unknown },
    ]);
    expect(plan.toString()).toContain(`  ${NOTHING_WAITS}\n  Application/config, which brings argocd-cm, is synced\n`);
  });

  test('may come by way of a root below, and as values of the argo-cd chart', () => {
    const { app, root } = platform();
    const argoCd = new ArgoCdInstallation(new ArgoChart(app, 'values', { namespace: 'argocd' }), 'ArgoCd', { as: 'helmValues' });
    new ArgoCdConfig(argoCd, 'Config', {});
    new ArgoCdParams(argoCd, 'Params', {});
    const infrastructure = root.addAppOfApps('infrastructure');
    new Application(infrastructure.applications, 'ArgoCd', {
      source: Source.helmChart({ repository: charts, chart: 'argo-cd', version: '9.0.0', helm: { values: argoCd.helmValues } }),
      destination: Destination.inCluster('argocd'),
    });
    const web = root.add(new ApplicationSet(root.applications, 'web', {
      generators: [Generator.list([{ env: 'dev' }])],
      template: (p) => ({ name: `web-${p.env}`, labels: { env: p.env }, source: Source.chart(chart(app, 'web'), repository), destination: Destination.inCluster() }),
      rollingSync: [{ matchLabels: { env: ['dev'] } }],
    })).syncAfter(infrastructure);
    root.addChart(chart(app, 'last')).syncAfter(web);
    const of = (name: string): unknown => app.syncPlan().applications.find((one) => one.name === name)?.lateSettings
      .map(({ until, configMap, broughtBy }) => [until, configMap, broughtBy.name]);
    expect(of('root')).toEqual([['healthy', 'argocd-cm', 'infrastructure'], ['stepped', 'argocd-cmd-params-cm', 'infrastructure']]);
    expect(of('infrastructure')).toEqual([]);
  });

  test('are there where something else installs Argo CD, or nothing waits', () => {
    const { app, root } = platform();
    new ArgoCdConfig(new ArgoChart(app, 'config', { namespace: 'argocd' }), 'Config', {});
    root.addChart(chart(app, 'web')).syncAfter(root.addChart(chart(app, 'mesh')));
    expect(app.syncPlan().toString()).not.toContain(NOTHING_WAITS);
    const other = platform();
    const config = new ArgoChart(other.app, 'config', { namespace: 'argocd' });
    new ArgoCdConfig(config, 'Config', {});
    other.root.addChart(config);
    other.root.addChart(chart(other.app, 'web'));
    expect(other.app.syncPlan().toString()).not.toContain(NOTHING_WAITS);
  });
});
