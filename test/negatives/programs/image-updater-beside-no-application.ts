// The Image Updater looks for Applications in its own namespace only.
import { Application, type ArgoApp, ArgoChart, Destination, ImageUpdater, Repository, Source, UpdatedImage, WriteBack } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://git.example.com/org/shop.git', revision: 'main' });
  const teams = new ArgoChart(app, 'teams', { namespace: 'teams' });
  const web = new Application(teams, 'Web', { source: Source.git({ repository, path: 'web' }), destination: Destination.inCluster('shop') });
  const argoCd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  new ImageUpdater(argoCd, 'Shop', {
    applications: [{ application: web, images: [UpdatedImage.semver({ image: 'registry.example.com/shop/web' })] }],
    writeBack: WriteBack.git({ branch: 'main' }),
  });
}
