// A policy names an Application by its project and its name; the object says neither.
import { Application, type ArgoApp, ArgoCdRbac, ArgoChart, Destination, Policy, Repository, Role, Source } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'argo-cd', { namespace: 'argocd' });
  const repository = Repository.git({ url: 'https://git.example.com/org/shop.git', revision: 'main' });
  const web = new Application(chart, 'Web', { source: Source.git({ repository, path: 'web' }), destination: Destination.inCluster('shop') });
  new ArgoCdRbac(chart, 'Rbac', {
    defaultRole: 'none',
    policies: [Policy.allow(Role.named('team-shop'), 'sync', 'applications', web)],
  });
}
