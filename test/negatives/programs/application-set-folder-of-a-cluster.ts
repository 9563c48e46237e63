// One of the declared clusters has no folder with its manifests.
import { ApplicationSet, ArgoApp, ArgoChart, Cluster, Destination, Fleet, Generator, Repository, Source } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

const fleet = Fleet.of([
  Cluster.registered({ name: 'eu-1', server: 'https://eu-1.example.com', labels: { env: 'production' } }),
  Cluster.registered({ name: 'us-1', server: 'https://us-1.example.com', labels: { env: 'production' } }),
]);

export function program({ outdir }: ArgoApp): void {
  const app = new ArgoApp({ outdir, report: 'none', fleet });
  new kplus.ConfigMap(new ArgoChart(app, 'web', { folder: 'web/eu-1', namespace: 'web' }), 'Settings', { data: { a: 'b' } });
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  new ApplicationSet(new ArgoChart(app, 'argocd', { namespace: 'argocd' }), 'Web', {
    generators: [Generator.clusters({ fleet, matchLabels: { env: 'production' } })],
    template: (p) => ({
      name: `web-${p.nameNormalized}`,
      source: Source.git({ repository, path: `web/${p.name}` }),
      destination: Destination.server(p.server, 'web'),
    }),
  });
  app.synth();
}
