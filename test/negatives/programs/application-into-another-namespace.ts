// The chart says its namespace on every object, and the Application another one.
import { Application, type ArgoApp, ArgoChart, Destination, Repository, Source, SyncPolicy } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const web = new ArgoChart(app, 'web', { namespace: 'web' });
  const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  new Application(argocd, 'Web', {
    source: Source.chart(web, repository), destination: Destination.inCluster('shop'), syncPolicy: SyncPolicy.automated({ createNamespace: true }),
  });
}
