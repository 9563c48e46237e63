// Both elements of a list get an Application of the same name.
import { ApplicationSet, type ArgoApp, ArgoChart, Destination, Generator, Repository, Source } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://git.example.com/shop/web.git', revision: 'main' });
  new ApplicationSet(new ArgoChart(app, 'argocd', { namespace: 'argocd' }), 'Web', {
    generators: [Generator.list([{ team: 'web', env: 'staging' }, { team: 'web', env: 'production' }])],
    template: (p) => ({
      name: `shop-${p.team}`,
      source: Source.git({ repository, path: `deploy/${p.env}` }),
      destination: Destination.inCluster(p.env),
    }),
  });
}
