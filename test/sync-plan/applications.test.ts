import { ApiObject } from 'cdk8s';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { AppOfApps } from '../../src/apps/app-of-apps';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { SyncPolicy } from '../../src/apps/sync-policy';
import { Generator } from '../../src/appsets/generator';
import { MultiClusterAppSet } from '../../src/appsets/multi-cluster-app-set';
import { ArgoCdConfig } from '../../src/control-plane/argo-cd/argo-cd-config';
import { Cluster } from '../../src/fleet/cluster';
import { Fleet } from '../../src/fleet/fleet';
import { Repository } from '../../src/fleet/repository';
import type { SyncPlan } from '../../src/sync-plan/sync-plan';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });

const fleet = Fleet.of([
  Cluster.registered({ name: 'staging', server: 'https://staging.example.com', labels: { env: 'staging' } }),
  Cluster.registered({ name: 'eu', server: 'https://eu.example.com', labels: { env: 'production' } }),
]);

function plan(): SyncPlan {
  const app = new ArgoApp({ report: 'none', fleet });
  const root = new AppOfApps(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'root', { repository });
  const web = new ArgoChart(app, 'web', { namespace: 'shop' });
  new ApiObject(web, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
  new ArgoCdConfig(new ArgoChart(app, 'config', { namespace: 'argocd' }), 'Config', {});
  const mesh = root.add(new Application(root.applications, 'mesh', {
    source: Source.helmChart({ repository: Repository.helm({ url: 'https://charts.example.com' }), chart: 'istiod', version: '1.30.3' }),
    destination: Destination.inCluster('istio-system'),
    syncPolicy: SyncPolicy.manual(),
  }));
  root.add(new MultiClusterAppSet(root.applications, 'web', {
    generators: [Generator.clusters({ fleet })],
    template: (p) => ({
      name: `web-${p.name}`, labels: { env: p.label('env') }, source: Source.chart(web, repository), destination: Destination.cluster(p.name, 'shop'),
    }),
    rollingSync: [{ matchLabels: { env: ['staging'] } }, { matchLabels: { env: ['production'] }, maxUpdate: 1 }],
  })).syncAfter(mesh);
  return app.syncPlan();
}

describe('the plan of an app', () => {
  const whole = plan();
  const { applications, applicationSets } = whole;

  test('tells what delivers others before what it delivers', () => {
    expect(applications.map(({ type, name, deliveredBy }) => [type, name, deliveredBy])).toEqual([
      ['folder', 'bootstrap', undefined],
      ['Application', 'root', undefined],
      ['Application', 'mesh', 'Application/root'],
      ['Application', 'web-staging', 'ApplicationSet/web'],
      ['Application', 'web-eu', 'ApplicationSet/web'],
      ['folder', 'config', undefined],
    ]);
  });

  test('knows where an Application goes, who starts its syncs and what is not known', () => {
    expect(whole.application('mesh')).toMatchObject({
      sources: ['chart istiod 1.30.3'], unknown: ['chart istiod 1.30.3'], cluster: 'in-cluster', namespace: 'istio-system', startedBy: 'a person',
    });
    expect(whole.application('web-eu')).toMatchObject({ sources: ['web'], unknown: [], cluster: 'eu', startedBy: 'steps' });
  });

  test('has the objects of the folder that a generated Application delivers', () => {
    expect(whole.application('web-eu').waves.flatMap(({ objects }) => objects)).toMatchObject([{ kind: 'ConfigMap', name: 'settings' }]);
  });

  test('waits for the Applications of the root, and says who has to start them', () => {
    const [first, last] = whole.application('root').waves;
    expect(first!.waitsFor).toMatchObject([{ object: { name: 'mesh' }, until: 'healthy' }]);
    expect(first!.holds).toMatchObject([{ reason: 'at first it is healthy once a person has synced it', holds: ['wave 1'] }]);
    expect(last).toMatchObject({ objects: [{ kind: 'ApplicationSet', name: 'web' }], isUngated: true });
  });

  test('has the steps of a set', () => {
    expect(applicationSets).toEqual([{
      name: 'web', deliveredBy: 'Application/root', steps: [{ applications: ['web-staging'] }, { applications: ['web-eu'], maxUpdate: 1 }], inNoStep: [], inUnknownStep: [],
      unknown: [], problems: [],
    }]);
  });

  test('says which Applications there are when it is asked for another', () => {
    expect(() => whole.application('webb')).toThrow('the plan has no Application "webb". it has bootstrap, root, mesh, web-staging, web-eu, config');
  });
});
