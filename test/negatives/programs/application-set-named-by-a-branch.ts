// A branch and a title may be any text; names and labels may not.
import { ApplicationSet, type ArgoApp, ArgoChart, Destination, Generator, Repository, Source } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://git.example.com/shop/web.git', revision: 'main' });
  new ApplicationSet(new ArgoChart(app, 'argocd', { namespace: 'argocd' }), 'Previews', {
    generators: [Generator.pullRequest({ github: { owner: 'shop', repo: 'web', tokenRef: { secretName: 'github', key: 'token' } } })],
    template: (p) => ({
      name: `pr-${p.branch}`,
      labels: { title: p.title },
      source: Source.git({ repository, path: 'deploy', revision: p.head_sha }),
      destination: Destination.inCluster(`preview-${p.number}`),
    }),
  });
}
