// The URL is committed, and so would be the password in it.
import { AppOfApps, type ArgoApp, ArgoChart, Repository } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://robot:hunter2@git.example.com/shop/manifests.git', revision: 'main' });
  new AppOfApps(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'Platform', { repository });
}
