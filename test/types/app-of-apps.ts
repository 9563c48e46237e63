import {
  AppOfApps, Application, ArgoApp, ArgoChart, Destination, type IgnoredDifference, Repository, Source,
} from '../../src';

const app = new ArgoApp();
const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
const platform = new AppOfApps(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'Platform', { repository });
const shop = platform.addChart(new ArgoChart(app, 'shop', { namespace: 'shop' }));

// @ts-expect-error the source is the chart: another one cannot be said
platform.addChart(new ArgoChart(app, 'other', { namespace: 'shop' }), { source: Source.chart(platform.applications, repository) });

// @ts-expect-error an order is between children, not between charts
shop.syncAfter(new ArgoChart(app, 'first', { namespace: 'first' }));

// @ts-expect-error a nested root has the repository of its root
platform.addAppOfApps('Infra', { repository });

// A root below has its place in the order too.
shop.syncAfter(platform.addAppOfApps('Data').syncAfter(platform.addAppOfApps('Mesh')));

// @ts-expect-error a root that nobody applies comes after nothing
new AppOfApps(new ArgoChart(app, 'others', { namespace: 'argocd' }), 'Others', { repository }).syncAfter(shop);

// @ts-expect-error a chart is no child: addChart makes one of it
platform.add(new ArgoChart(app, 'second', { namespace: 'second' }));

const { derivedDifferences } = new Application(platform.applications, 'Web', {
  source: Source.git({ repository, path: 'web' }), destination: Destination.inCluster('web'), deriveIgnoreDifferences: { exceptKinds: ['Service'] },
});

// @ts-expect-error what is derived is there to be read
derivedDifferences.push();

// @ts-expect-error leaving out no kind is deriveIgnoreDifferences: true
new Application(platform.applications, 'X', { source: Source.git({ repository, path: 'x' }), destination: Destination.inCluster('x'), deriveIgnoreDifferences: { exceptKinds: [] } });

// @ts-expect-error an entry without fields ignores nothing
export const nothing: IgnoredDifference = { kind: 'Service' };

// @ts-expect-error a JSON pointer begins with a slash
export const dotted: IgnoredDifference = { kind: 'Service', jsonPointers: ['.spec.clusterIP'] };

// @ts-expect-error a jq path begins at the object
export const bare: IgnoredDifference = { kind: 'Service', jqPathExpressions: ['spec.clusterIP'] };

export const byManager: IgnoredDifference = { kind: 'Service', managedFieldsManagers: ['kube-controller-manager'] };
