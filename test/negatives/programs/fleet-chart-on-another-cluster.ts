// The chart was written for production, and the Application was copied from staging.
import { Application, type ArgoApp, ArgoChart, Cluster, Destination, Repository, Source } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const staging = Cluster.registered({ name: 'staging', server: 'https://staging.example.com' });
  const production = Cluster.registered({ name: 'production', server: 'https://production.example.com' });
  const chart = new ArgoChart(app, 'web', { namespace: 'shop', cluster: production });
  new kplus.ConfigMap(chart, 'Settings', { data: { a: 'b' } });
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  new Application(bootstrap, 'Web', { source: Source.chart(chart, repository), destination: Destination.cluster(staging) });
}
