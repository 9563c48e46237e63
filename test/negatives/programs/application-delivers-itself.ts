// The Application stands in the chart that it delivers.
import { Application, type ArgoApp, ArgoChart, Destination, Repository, Source } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  new Application(chart, 'Web', { source: Source.chart(chart, repository), destination: Destination.inCluster() });
}
