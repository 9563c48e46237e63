import type { App } from 'cdk8s';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { ApplicationSet } from '../../src/appsets/application-set';
import { Generator } from '../../src/appsets/generator';
import { Repository } from '../../src/fleet/repository';
import { plainApp } from '../plain-app';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });

function web(app: App, id = 'web', namespace: string | undefined = 'web'): Source {
  return Source.chart(new ArgoChart(app, id, { namespace }), repository);
}

describe('the namespace of a destination', () => {
  let app: App;
  let argocd: ArgoChart;
  beforeEach(() => {
    app = plainApp();
    argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  });

  test('is that of the chart which is delivered', () => {
    expect(() => new Application(argocd, 'A', { source: web(app), destination: Destination.inCluster('other') }))
      .toThrow('the namespace of the destination is "other", but the objects of the chart web say "web"');
  });

  test('may be that of one chart of several', () => {
    new Application(argocd, 'A', { sources: [web(app), web(app, 'extra', 'extra')], destination: Destination.inCluster('extra') });
    expect(() => new Application(argocd, 'B', { sources: [web(app, 'b'), web(app, 'c')], destination: Destination.inCluster('extra') })).toThrow('"extra"');
  });

  test('is free where the chart says none', () => {
    new Application(argocd, 'A', { source: Source.chart(new ArgoChart(app, 'nowhere'), repository), destination: Destination.inCluster('other') });
  });

  test('is looked at in templates too, with whatever parameters', () => {
    const set = (id: string, namespaceOf: (env: string) => string): unknown => new ApplicationSet(argocd, id, {
      generators: [Generator.list([{ env: 'dev', namespace: 'web' }])],
      template: (p) => ({ name: `web-${p.env}`, source: web(app, `web-${id}`), destination: Destination.inCluster(namespaceOf(p.namespace)) }),
    });
    expect(() => set('a', (namespace) => `team.${namespace}`)).toThrow('the namespace of the destination is "team.{{ .namespace }}"');
    set('b', (namespace) => namespace);
    set('c', (namespace) => `w${namespace}b`);
  });

  test('is looked at in what one generator says otherwise', () => {
    expect(() => new ApplicationSet(argocd, 'Set', {
      generators: [Generator.list([{ env: 'dev' }], { template: { destination: Destination.inCluster('dev') } })],
      template: (p) => ({ name: `web-${p.env}`, source: web(app), destination: Destination.inCluster() }),
    })).toThrow('the namespace of the destination is "dev"');
  });
});
