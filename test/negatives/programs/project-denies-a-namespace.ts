// A denied namespace allows every other one.
import { AppProject, type ArgoApp, ArgoChart, Destination, DestinationPattern } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  new AppProject(new ArgoChart(app, 'projects', { namespace: 'argocd' }), 'Shop', {
    sourceRepositories: ['https://git.example.com/shop/*'],
    destinations: [DestinationPattern.namespaces(Destination.inCluster(), '!kube-system')],
  });
}
