// The steps of a rolling sync forget the preview environment, whose Application nobody would sync.
import { ApplicationSet, type ArgoApp, ArgoChart, Destination, Generator, Repository, Source } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://git.example.com/shop/web.git', revision: 'main' });
  new ApplicationSet(new ArgoChart(app, 'argocd', { namespace: 'argocd' }), 'Web', {
    generators: [Generator.list([{ env: 'preview' }, { env: 'staging' }, { env: 'production' }])],
    template: (p) => ({
      name: `web-${p.env}`,
      labels: { env: p.env },
      source: Source.git({ repository, path: `deploy/${p.env}` }),
      destination: Destination.inCluster(p.env),
    }),
    rollingSync: [{ matchLabels: { env: ['staging'] } }, { matchLabels: { env: ['production'] } }],
  });
}
