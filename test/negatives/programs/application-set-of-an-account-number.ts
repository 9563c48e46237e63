// A list names an account by a number, which Argo CD would fill in as 1.23456789012e+11.
import { ApplicationSet, type ArgoApp, ArgoChart, Destination, Generator, Repository, Source } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://git.example.com/shop/web.git', revision: 'main' });
  new ApplicationSet(new ArgoChart(app, 'argocd', { namespace: 'argocd' }), 'Web', {
    generators: [Generator.list([{ account: 123456789012 }])],
    template: (p) => ({
      name: `web-${p.account}`,
      source: Source.git({ repository, path: 'deploy' }),
      destination: Destination.inCluster('web'),
    }),
  });
}
