// Nobody says which namespace the chart goes to.
import { AppOfApps, type ArgoApp, ArgoChart, Repository } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web');
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
  new AppOfApps(bootstrap, 'Platform', { repository }).addChart(chart);
}
