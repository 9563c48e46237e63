// The values lie in another repository, and the Application does not read it.
import { Application, type ArgoApp, ArgoChart, Destination, Repository, Source } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const values = Source.ref('values', Repository.git({ url: 'https://git.example.com/shop/values.git', revision: 'main' }));
  const charts = Repository.helm({ url: 'https://charts.example.com' });
  new Application(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'Web', {
    sources: [Source.helmChart({ repository: charts, chart: 'web', version: '2.1.0', helm: { valueFiles: [values.file('production.yaml')] } })],
    destination: Destination.inCluster('shop'),
  });
}
