// The Application makes a Namespace, in a project that permits nothing outside of namespaces.
import { Application, AppProject, type ArgoApp, ArgoChart, Destination, Repository, Source, SyncPolicy } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  const repository = Repository.git({ url: 'https://git.example.com/shop/web.git', revision: 'main' });
  const project = new AppProject(bootstrap, 'Shop', { sourceRepositories: [repository], destinations: [Destination.cluster('production', 'shop')] });
  new Application(bootstrap, 'Web', {
    project,
    source: Source.git({ repository, path: 'deploy' }),
    destination: Destination.cluster('production', 'shop'),
    syncPolicy: SyncPolicy.automated({ createNamespace: true }),
  });
}
