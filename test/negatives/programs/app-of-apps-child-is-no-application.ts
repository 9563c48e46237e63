// Only Applications and ApplicationSets are children: anything else comes with a chart.
import { AppOfApps, type ArgoApp, ArgoCdConfig, ArgoChart, Repository } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist' });
  const platform = new AppOfApps(new ArgoChart(app, 'bootstrap', { namespace: 'argocd' }), 'Platform', { repository });
  const config = Object.assign(new ArgoCdConfig(platform.applications, 'Config'), { name: 'argocd-cm' });
  platform.add(config);
}
