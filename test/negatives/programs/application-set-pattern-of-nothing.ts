// The generator looks for folders that this app does not write.
import { ApplicationSet, type ArgoApp, ArgoChart, Destination, Generator, Repository, Source } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  new kplus.ConfigMap(new ArgoChart(app, 'tracing', { folder: 'tools/tracing', namespace: 'tools' }), 'Settings', { data: { a: 'b' } });
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  new ApplicationSet(new ArgoChart(app, 'argocd', { namespace: 'argocd' }), 'Tools', {
    generators: [Generator.gitDirectories({ repository, directories: ['tool/*'] })],
    template: (p) => ({
      name: `tools-${p.path.basenameNormalized}`,
      source: Source.git({ repository, path: p.path.path }),
      destination: Destination.inCluster('tools'),
    }),
  });
}
