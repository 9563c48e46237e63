import { App, Chart } from 'cdk8s';
import {
  AppOfApps, ArgoApp, ArgoCdParams, ArgoChart, Cluster, Destination, Environment, Fleet, Generator, MultiClusterAppSet, Repository, Source,
  SyncWaves,
} from 'cdk8s-argo';
import type { Case } from './cases';
import { addObjects } from './objects';

/** Which library synthesizes. */
export type Tool = 'cdk8s' | 'argo';

/** A tree that is ready to be synthesized. */
export interface Built {
  readonly app: App;
  /** How many objects the synth has to come to. */
  readonly objects: number;
}

/** Makes the same charts for either library. Building is not part of what is measured. */
export function build(tool: Tool, { charts: count, objectsPerChart, relation }: Case, outdir: string): Built {
  if (relation === 'clusters') return buildFleet(count, objectsPerChart, outdir);
  const app = tool === 'argo' ? new ArgoApp({ outdir, report: 'none' }) : new App({ outdir });
  const charts = Array.from({ length: count }, (_, i) => {
    const [id, props] = [`chart-${i}`, { namespace: `shop-${i}` }];
    return tool === 'argo' ? new ArgoChart(app, id, props) : new Chart(app, id, props);
  });
  for (const chart of charts) addObjects(chart, objectsPerChart);
  if (relation === 'chain') charts.forEach((chart, i) => i > 0 && chart.addDependency(charts[i - 1]!));
  if (relation === 'order') charts.forEach(order);
  if (relation === 'applications') return { app, objects: count * objectsPerChart + deliver(app, charts) };
  return { app, objects: count * objectsPerChart };
}

// A chart for each cluster, the set that delivers them, and the switch that it needs.
function buildFleet(count: number, objectsPerChart: number, outdir: string): Built {
  const production = Environment.named('production');
  const clusters = Array.from({ length: count }, (_, i) => Cluster.registered({
    name: `cluster-${i}`, server: `https://cluster-${i}.example.com`, environment: production, labels: { env: 'production', wave: i === 0 ? 'first' : 'rest' },
  }));
  const fleet = Fleet.of(clusters);
  const app = new ArgoApp({ outdir, report: 'none', fleet });
  for (const cluster of clusters) addObjects(new ArgoChart(app, `shop-${cluster.name}`, { cluster, namespace: 'shop' }), objectsPerChart);
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  new ArgoCdParams(bootstrap, 'Params');
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  new MultiClusterAppSet(bootstrap, 'Shop', {
    generators: [Generator.clusters({ fleet, matchLabels: { env: 'production' } })],
    template: (p) => ({
      name: `shop-${p.nameNormalized}`,
      labels: { wave: p.label('wave') },
      source: Source.git({ repository, path: `production/${p.name}/shop-${p.name}` }),
      destination: Destination.server(p.server, 'shop'),
    }),
    rollingSync: [{ matchLabels: { wave: ['first'] } }, { matchLabels: { wave: ['rest'] } }],
  });
  return { app, objects: count * objectsPerChart + 2 };
}

// One order for each object of the second half, as a loop over workloads says it, all with the same group before them.
function order(chart: Chart): void {
  const objects = chart.node.children.slice();
  const before = objects.slice(0, objects.length / 2);
  for (const object of objects.slice(objects.length / 2)) SyncWaves.of(chart).syncAfter(object, before);
}

// The root Application and one for each chart, each in a later wave than the one before.
function deliver(app: App, charts: readonly Chart[]): number {
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  const platform = new AppOfApps(bootstrap, 'Platform', { repository });
  const children = charts.map((chart) => platform.addChart(chart));
  children.forEach((child, i) => i > 0 && child.syncAfter(children[i - 1]!));
  return children.length + 1;
}
