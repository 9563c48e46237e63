// Nobody says where Argo CD runs.
import { AppOfApps, type ArgoApp, ArgoChart, Repository } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const bootstrap = new ArgoChart(app, 'bootstrap');
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  new AppOfApps(bootstrap, 'Platform', { repository });
}
