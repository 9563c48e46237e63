import { ApiObject } from 'cdk8s';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { Generator } from '../../src/appsets/generator';
import { MultiClusterAppSet } from '../../src/appsets/multi-cluster-app-set';
import { Cluster } from '../../src/fleet/cluster';
import { Fleet } from '../../src/fleet/fleet';
import type { GitRepository } from '../../src/fleet/git-repository';
import { Repository } from '../../src/fleet/repository';

const own = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
const theirs = Repository.git({ url: 'https://git.example.com/others/manifests.git', revision: 'main', root: 'dist' });
const fleet = Fleet.of([Cluster.registered({ name: 'eu', server: 'https://eu.example.com' })]);

/** An app with the chart `db`, and Applications of these folders. */
function appOf(...sources: readonly (readonly [GitRepository, string])[]): ArgoApp {
  const app = new ArgoApp({ outdir: 'dist', report: 'none', fleet });
  const db = new ArgoChart(app, 'db', { namespace: 'db' });
  new ApiObject(db, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
  const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  for (const [repository, path] of sources) {
    new Application(argocd, `App${path}`, { metadata: { name: path }, source: Source.git({ repository, path }), destination: Destination.inCluster(path) });
  }
  return app;
}

function unwritten(app: ArgoApp): readonly string[] {
  return app.check().findings.filter(({ rule }) => rule === 'apps/folder-written').map(({ received = '' }) => received);
}

describe('a repository that only Source.git names', () => {
  test('is that of the app when its root is the output folder', () => {
    const plan = appOf([own, 'db']).syncPlan();
    expect(plan.application('db')).toMatchObject({ type: 'Application', sources: ['db'], unknown: [] });
    expect(plan.applications.filter(({ type }) => type === 'folder').map(({ name }) => name)).toEqual(['argocd']);
  });

  test('has a misspelt folder found', () => {
    expect(unwritten(appOf([own, 'dbx']))).toEqual(['dist/dbx']);
  });

  test('is known to the plan of an ApplicationSet too', () => {
    const app = appOf();
    new MultiClusterAppSet(new ArgoChart(app, 'sets', { namespace: 'argocd' }), 'Db', {
      generators: [Generator.clusters()],
      template: (p) => ({ name: `db-${p.name}`, source: Source.git({ repository: own, path: 'db' }), destination: Destination.cluster(p.name, 'db') }),
    });
    expect(app.syncPlan().application('db-eu')).toMatchObject({ sources: ['db'], unknown: [] });
  });

  test('of two with this root it is the one with a folder of the app', () => {
    const app = appOf([theirs, 'web'], [own, 'db'], [own, 'dbx']);
    expect(unwritten(app)).toEqual(['dist/dbx']);
    expect(app.syncPlan().application('web')).toMatchObject({ unknown: ['folder dist/web'] });
  });

  test('is nobody\'s when two may be meant, or when Source.chart names another one', () => {
    expect(unwritten(appOf([theirs, 'web'], [own, 'dbx']))).toEqual([]);
    const app = appOf([theirs, 'web']);
    new Application(new ArgoChart(app, 'more', { namespace: 'argocd' }), 'Db', {
      source: Source.chart(app.node.findChild('db') as ArgoChart, own), destination: Destination.inCluster('db'),
    });
    expect(unwritten(app)).toEqual([]);
  });
});
