// One step too many leads out of the repository.
import { Application, type ArgoApp, ArgoChart, Destination, Repository, Source } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://git.example.com/shop/platform.git', revision: 'main' });
  new Application(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'Web', {
    source: Source.git({ repository, path: 'charts/web', helm: { valueFiles: ['../../../environments/production.yaml'] } }),
    destination: Destination.inCluster('shop'),
  });
}
