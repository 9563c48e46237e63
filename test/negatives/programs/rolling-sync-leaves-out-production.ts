// No step selects the Applications of production, so they are never synced.
import { type ArgoApp, ArgoChart, Destination, Generator, MultiClusterAppSet, Repository, Source } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new kplus.ConfigMap(chart, 'Settings', { data: { a: 'b' } });
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  new MultiClusterAppSet(bootstrap, 'Web', {
    generators: [
      Generator.clusters({ matchLabels: { env: 'staging' } }),
      Generator.clusters({ matchLabels: { env: 'production' } }),
    ],
    template: (p) => ({
      name: `web-${p.nameNormalized}`,
      labels: { env: p.label('env') },
      source: Source.git({ repository, path: 'web' }),
      destination: Destination.server(p.server, 'shop'),
    }),
    rollingSync: [{ matchLabels: { env: ['staging'] } }],
  });
}
