import { ApiObject } from 'cdk8s';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { ChartIndex } from '../../src/app/chart-index';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { ApplicationSet } from '../../src/appsets/application-set';
import { Generator } from '../../src/appsets/generator';
import { Cluster } from '../../src/fleet/cluster';
import { Fleet } from '../../src/fleet/fleet';
import { Repository } from '../../src/fleet/repository';

const eu = Cluster.registered({ name: 'eu', server: 'https://eu.example.com' });
const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });

type NameOf = (p: { readonly folder: string; readonly cluster: string }) => string;

/** An app whose charts an ApplicationSet finds by their index. */
function appOf(charts: readonly { readonly id: string; readonly namespace?: string }[], name: NameOf): ArgoApp {
  const index = ChartIndex.in('index');
  const app = new ArgoApp({ outdir: 'dist', report: 'none', fleet: Fleet.of([eu]), layout: { index } });
  for (const { id, namespace } of charts) {
    const chart = new ArgoChart(app, id, { namespace, cluster: eu });
    new ApiObject(chart, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });
  }
  new ApplicationSet(new ArgoChart(app, 'sets', { namespace: 'argocd' }), 'Charts', {
    generators: [Generator.gitFiles({ repository, files: [index.files()], content: index.content })],
    template: (p) => ({
      name: name({ folder: p.folder, cluster: p.cluster.name }),
      source: Source.git({ repository, path: p.folder }),
      destination: Destination.cluster(p.cluster.name, p.namespace),
    }),
  });
  return app;
}

function findings(app: ArgoApp): readonly string[] {
  return app.check().findings.filter(({ rule }) => rule.startsWith('appsets/') || rule.startsWith('apps/')).map(({ rule, message }) => `${rule}: ${message}`);
}

const byFolder: NameOf = () => 'x-{{ index (splitList "/" .folder) 1 }}-app';

describe('an ApplicationSet of our own index', () => {
  test('is filled in with the files that this synth writes', () => {
    const plan = appOf([{ id: 'web', namespace: 'web' }, { id: 'api', namespace: 'api' }], byFolder).syncPlan();
    expect(plan.application('x-web-app')).toMatchObject({ sources: ['eu/web'], unknown: [], cluster: 'eu', namespace: 'web', count: 'one' });
    expect(plan.applicationSets).toMatchObject([{ unknown: [], problems: [] }]);
    expect(plan.applications.filter(({ type }) => type === 'folder').map(({ name }) => name)).toEqual(['sets']);
  });

  test('has nothing found when all is well', () => {
    expect(findings(appOf([{ id: 'web', namespace: 'web' }], byFolder))).toEqual([]);
  });

  test('has two charts found that give one name', () => {
    expect(findings(appOf([{ id: 'web', namespace: 'web' }, { id: 'api', namespace: 'api' }], ({ cluster }) => `x-${cluster}`)))
      .toContain('appsets/unique-names: 2 Applications would be named x-eu, and Argo CD makes none of them');
  });

  test('has a chart found that has no namespace', () => {
    expect(findings(appOf([{ id: 'web' }], byFolder))).toEqual([expect.stringContaining('namespace')]);
  });

  test('has a parameter found that no file holds', () => {
    expect(findings(appOf([{ id: 'web', namespace: 'web' }], ({ folder, cluster }) => `x-${folder}-${cluster}-{{ .foldr }}`))).toEqual([expect.stringContaining('foldr')]);
  });
});
