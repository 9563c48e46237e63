// The root applies only Applications that stand in its own chart.
import { Application, AppOfApps, type ArgoApp, ArgoChart, Destination, Repository, Source } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  const platform = new AppOfApps(bootstrap, 'Platform', { repository });
  platform.add(new Application(bootstrap, 'CertManager', {
    source: Source.git({ repository, path: 'cert-manager' }),
    destination: Destination.inCluster('cert-manager'),
  }));
}
