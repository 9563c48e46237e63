// Argo CD would take one of the two, and nobody knows which.
import { Application, type ArgoApp, ArgoChart, Destination, Repository, Source, SyncOption, SyncPolicy } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://git.example.com/shop/platform.git', revision: 'main' });
  new Application(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'Web', {
    source: Source.git({ repository, path: 'web' }),
    destination: Destination.inCluster('shop'),
    syncPolicy: SyncPolicy.automated({ prune: true, syncOptions: [SyncOption.neverPrune(), SyncOption.confirmPrune()] }),
  });
}
