// A root that is a child would deliver the chart of its own root.
import { AppOfApps, type ArgoApp, ArgoChart, Repository } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });
  const platform = new AppOfApps(bootstrap, 'Platform', { repository });
  platform.addAppOfApps('Infra').addChart(bootstrap);
}
