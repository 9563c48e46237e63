// Argo CD does not read words for times, and one window that it cannot read blocks every sync of the project.
import { type ArgoApp, AppProject, ArgoChart, Destination, SyncWindow } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  new AppProject(new ArgoChart(app, 'projects', { namespace: 'argocd' }), 'Shop', {
    sourceRepositories: ['https://git.example.com/shop/*'],
    destinations: [Destination.inCluster('shop')],
    syncWindows: [SyncWindow.allow({ schedule: '@daily', duration: '2h', applications: ['*'] })],
  });
}
