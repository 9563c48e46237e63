import { App, Chart } from 'cdk8s';
import { AppOfApps, ArgoApp, ArgoChart, Repository } from 'cdk8s-argo';
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
  const app = tool === 'argo' ? new ArgoApp({ outdir, report: 'none' }) : new App({ outdir });
  const charts = Array.from({ length: count }, (_, i) => {
    const [id, props] = [`chart-${i}`, { namespace: `shop-${i}` }];
    return tool === 'argo' ? new ArgoChart(app, id, props) : new Chart(app, id, props);
  });
  for (const chart of charts) addObjects(chart, objectsPerChart);
  if (relation === 'chain') charts.forEach((chart, i) => i > 0 && chart.addDependency(charts[i - 1]!));
  if (relation === 'applications') return { app, objects: count * objectsPerChart + deliver(app, charts) };
  return { app, objects: count * objectsPerChart };
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
