import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ArgoApp } from '../../src/app/argo-app';
import { ArgoChart } from '../../src/app/argo-chart';
import { unitOf } from '../../src/app/units';
import { Application } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Source } from '../../src/apps/source';
import { Cluster } from '../../src/fleet/cluster';
import { Environment } from '../../src/fleet/environment';
import { Fleet } from '../../src/fleet/fleet';
import { Repository } from '../../src/fleet/repository';

const staging = Environment.named('staging');
const production = Environment.named('production');
const eu = Cluster.registered({ name: 'Prod EU', server: 'https://eu.example.com:6443/', environment: production });
const test1 = Cluster.registered({ name: 'test-1', server: 'https://test.example.com', environment: staging });
const elsewhere = Cluster.registered({ name: 'elsewhere', server: 'https://elsewhere.example.com' });
const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main' });

const newApp = (): ArgoApp => new ArgoApp({ outdir: 'unused', report: 'none', fleet: Fleet.of([eu, test1]) });

function deliver(chart: ArgoChart, destination: Destination): void {
  const argocd = new ArgoChart(chart.node.root, 'argocd', { namespace: 'argocd' });
  new Application(argocd, 'Web', { source: Source.chart(chart, repository), destination });
}

describe('the folder of a chart', () => {
  test('is below its environment and its cluster', () => {
    const app = newApp();
    expect(new ArgoChart(app, 'Web', { environment: staging }).folder).toBe('staging/web');
    expect(new ArgoChart(app, 'Api', { cluster: eu }).folder).toBe('production/prod-eu/api');
    expect(new ArgoChart(app, 'Shop', { cluster: eu, folder: 'shop' }).folder).toBe('shop');
  });

  test('does not repeat an id that is the name of the environment', () => {
    const scope = new Construct(newApp(), 'production');
    expect(new ArgoChart(scope, 'Web', { environment: production }).folder).toBe('production/web');
  });

  test('is that of the chart around it when it says nothing of its own', () => {
    const outer = new ArgoChart(newApp(), 'Shop', { environment: production });
    expect(new ArgoChart(outer, 'Web').folder).toBe('production/shop-web');
    expect(new ArgoChart(outer, 'Api', { cluster: eu }).folder).toBe('production/prod-eu/shop-api');
  });
});

describe('the cluster of a chart', () => {
  test('is known before an Application delivers it', () => {
    expect(unitOf(new ArgoChart(newApp(), 'Web', { cluster: eu })).destination.cluster).toBe('https://eu.example.com:6443');
  });

  test('is one cluster, by name or by URL', () => {
    const [one, other] = [newApp(), newApp()].map((app, i) => {
      const chart = new ArgoChart(app, 'Web', { namespace: 'web' });
      deliver(chart, i === 0 ? Destination.cluster('Prod EU') : Destination.server('https://eu.example.com:6443'));
      return unitOf(chart).destination.cluster;
    });
    expect(one).toBe(other);
  });
});

describe('a chart for one place', () => {
  test.each([
    [{ cluster: eu }, Destination.cluster('test-1'), /the chart is for the cluster Prod EU, and an Application delivers it to test-1\. give that/],
    [{ cluster: eu }, Destination.inCluster(), /delivers it to https:\/\/kubernetes\.default\.svc/],
    [{ environment: staging }, Destination.server('https://eu.example.com:6443'),
      /the chart is for the environment staging, and an Application delivers it to the cluster Prod EU of production/],
  ])('is not delivered elsewhere: %#', (place, destination, message) => {
    const chart = new ArgoChart(newApp(), 'Web', { namespace: 'web', ...place });
    expect(() => deliver(chart, destination)).toThrow(message);
  });

  test.each([
    [{ cluster: eu }, Destination.server('https://eu.example.com:6443')],
    [{ cluster: eu }, Destination.cluster('{{ .name }}')],
    [{ environment: production }, Destination.cluster('Prod EU')],
    // Nobody has said which environment this one belongs to.
    [{ environment: production }, Destination.inCluster()],
  ])('is delivered there: %#', (place, destination) => {
    const chart = new ArgoChart(newApp(), 'Web', { namespace: 'web', ...place });
    expect(() => deliver(chart, destination)).not.toThrow();
  });

  test.each([
    [{ environment: staging, cluster: eu }, /environment staging and for the cluster Prod EU, which belongs to production/],
    [{ cluster: elsewhere }, /the cluster elsewhere, which is not in the fleet of the app/],
  ])('is refused when it contradicts itself: %#', (place, message) => {
    expect(() => new ArgoChart(newApp(), 'Web', place)).toThrow(message);
  });
});

describe('a chart for an environment that no Application delivers', () => {
  const found = (declare: (app: ArgoApp, argocd: ArgoChart) => void): string[] => {
    const app = newApp();
    const chart = new ArgoChart(app, 'Web', { namespace: 'web', environment: production });
    new ApiObject(chart, 'Map', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } });
    declare(app, new ArgoChart(app, 'argocd', { namespace: 'argocd' }));
    return app.check().findings.filter(({ rule }) => rule === 'fleet/chart-delivered').map(({ message }) => message);
  };
  const application = (argocd: ArgoChart, path: string): void => {
    new ApiObject(argocd, 'App', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      spec: { project: 'default', source: { repoURL: repository.url, path }, destination: { name: 'in-cluster' } },
    });
  };

  test('is found', () => {
    expect(found((_, argocd) => application(argocd, 'dist/staging/web'))).toEqual([
      'the chart is for the environment production, and no Application delivers its folder production/web. ' +
        'declare an Application with Source.chart, or add the chart to the app of apps',
    ]);
  });

  test.each(['dist/production/web', 'production/web', '{{ .metadata.labels.env }}/web', 'dist/{{ .path.path }}', 'dist/*/web'])('is delivered by the path %s', (path) => {
    expect(found((_, argocd) => application(argocd, path))).toEqual([]);
  });

  test('is delivered by somebody else where the app has no Applications', () => {
    expect(found(() => undefined)).toEqual([]);
  });
});
