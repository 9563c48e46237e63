import { ApiObject } from 'cdk8s';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { AppOfApps } from '../../src/apps/app-of-apps';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { SyncPolicy } from '../../src/apps/sync-policy';
import { Cluster } from '../../src/fleet/cluster';
import { Fleet } from '../../src/fleet/fleet';
import { Repository } from '../../src/fleet/repository';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { plainApp } from '../plain-app';
import { specOf, theObject, webContainer } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });

function canaryChart(app = plainApp()): ArgoChart {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop', folder: 'apps/web' });
  new CanaryRollout(chart, 'Web', { containers: [webContainer()], trafficRouting: TrafficRouter.istio(), steps: [CanaryStep.setWeight(50)] });
  return chart;
}

describe('Application', () => {
  test('points at the folder that a chart is written to, and leaves alone what the controller writes', () => {
    const app = plainApp();
    const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
    new Application(argocd, 'Web', { source: Source.chart(canaryChart(app), repository), destination: Destination.inCluster() });
    expect(specOf(argocd.toJson(), 'Application')).toEqual({
      project: 'default',
      source: { repoURL: 'https://git.example.com/org/manifests.git', targetRevision: 'main', path: 'dist/apps/web' },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'shop' },
      syncPolicy: { automated: { selfHeal: true }, syncOptions: ['ApplyOutOfSyncOnly=true'] },
      ignoreDifferences: [{
        group: 'networking.istio.io', kind: 'VirtualService', name: 'web', namespace: 'shop',
        jqPathExpressions: ['.spec.http[]?.route[]?.weight', '.spec.tls[]?.route[]?.weight', '.spec.tcp[]?.route[]?.weight'],
      }],
    });
  });

  test('does as it is told about deletion, project and syncing', () => {
    const argocd = new ArgoChart(plainApp(), 'argocd', { namespace: 'argocd' });
    new Application(argocd, 'Web', {
      source: Source.git({ repository, path: 'elsewhere' }), destination: Destination.cluster('production', 'shop'), project: 'shop',
      syncPolicy: SyncPolicy.manual({ createNamespace: true }), cascadeDeletion: true,
    });
    const application = theObject(argocd.toJson(), 'Application');
    expect(application.metadata).toMatchObject({ finalizers: ['resources-finalizer.argocd.argoproj.io'] });
    expect(application.spec).toEqual({
      project: 'shop',
      source: { repoURL: 'https://git.example.com/org/manifests.git', targetRevision: 'main', path: 'dist/elsewhere' },
      destination: { name: 'production', namespace: 'shop' },
      syncPolicy: { syncOptions: ['CreateNamespace=true'] },
    });
  });

  test('can be told to derive nothing', () => {
    const app = plainApp();
    const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
    new Application(argocd, 'Web', {
      source: Source.chart(canaryChart(app), repository), destination: Destination.inCluster(), deriveIgnoreDifferences: false,
    });
    expect(specOf(argocd.toJson(), 'Application')).not.toHaveProperty('ignoreDifferences');
  });

  test('warns when Argo CD would look elsewhere than where the YAML is', () => {
    const app = new ArgoApp({ outdir: 'dist/shop', report: 'none' });
    const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
    new ApiObject(chart, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap' });
    new Application(new ArgoChart(app, 'argocd', { namespace: 'argocd' }), 'Web', {
      source: Source.chart(chart, repository), destination: Destination.inCluster(),
    });
    expect(app.check().findings).toMatchObject([{
      rule: 'constructs/root-is-outdir', severity: 'warning', message: expect.stringContaining('written to dist/shop, and Argo CD looks for it below dist') as string,
    }]);
  });

  test('is for a cluster of the fleet', () => {
    const production = Cluster.known({ name: 'production' });
    const app = new ArgoApp({ outdir: 'unused', report: 'none', fleet: Fleet.of([production]) });
    const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
    const source = Source.git({ repository: Repository.git({ url: 'https://git.example.com/org/others.git', revision: 'main' }), path: 'web' });
    new Application(argocd, 'Web', { source, destination: Destination.cluster(production, 'shop') });
    new Application(argocd, 'Misspelt', { source, destination: Destination.cluster('prodution', 'shop') });
    expect(app.check().findings).toMatchObject([{
      rule: 'apps/destination-registered', severity: 'error', entry: { id: { name: 'misspelt' } }, fix: 'did you mean production?',
    }]);
  });

  test('cannot deliver the chart that it stands in', () => {
    const argocd = new ArgoChart(plainApp(), 'argocd', { namespace: 'argocd' });
    expect(() => new Application(argocd, 'Self', { source: Source.chart(argocd, repository), destination: Destination.inCluster() }))
      .toThrow('argocd/Self: the Application would deliver the chart that it stands in, and so itself');
  });
});

test('a finalizer that deletes is asked for by its prop', () => {
  const argocd = new ArgoChart(plainApp(), 'argocd', { namespace: 'argocd' });
  expect(() => new Application(argocd, 'Web', {
    source: Source.git({ repository, path: 'web' }), destination: Destination.inCluster('shop'),
    metadata: { finalizers: ['resources-finalizer.argocd.argoproj.io'] },
  })).toThrow('metadata.finalizers names resources-finalizer.argocd.argoproj.io. say cascadeDeletion instead');
});

describe('AppOfApps', () => {
  function platform() {
    const app = plainApp();
    const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
    return { app, bootstrap, platform: new AppOfApps(bootstrap, 'Platform', { repository }) };
  }

  test('writes its children to a folder of their own, in their order', () => {
    const { app, bootstrap, platform: root } = platform();
    const mesh = root.add(new Application(root.applications, 'Mesh', {
      source: Source.git({ repository, path: 'mesh' }), destination: Destination.inCluster('istio-system'),
    }));
    root.addChart(canaryChart(app)).syncAfter(mesh);
    expect(specOf(bootstrap.toJson(), 'Application')).toMatchObject({ source: { path: 'dist/platform' }, destination: { namespace: 'argocd' } });
    const children = root.applications.toJson();
    expect(children.map((m) => [m.metadata.name, m.metadata.annotations])).toEqual([
      ['mesh', undefined],
      ['web', { 'argocd.argoproj.io/sync-wave': '1', 'argocd.argoproj.io/manifest-generate-paths': '.' }],
    ]);
    expect(children[1]!.spec).toMatchObject({ source: { path: 'dist/apps/web' }, destination: { namespace: 'shop' } });
  });

  test('refuses a child that it would not apply', () => {
    const { bootstrap, platform: root } = platform();
    const stray = new Application(bootstrap, 'Stray', { source: Source.git({ repository, path: 'x' }), destination: Destination.inCluster('x') });
    expect(() => root.add(stray)).toThrow(/bootstrap\/Stray: .* declare it as new Application\(platform.applications, ...\)/);
  });

  test('has to know where Argo CD runs, and where a chart goes', () => {
    const { app, platform: root } = platform();
    expect(() => new AppOfApps(new ArgoChart(app, 'nowhere'), 'Root', { repository })).toThrow(/nobody has said in which namespace Argo CD runs/);
    expect(() => root.addChart(new ArgoChart(app, 'lost'))).toThrow(/nobody has said which namespace the chart lost is applied to/);
  });
});
