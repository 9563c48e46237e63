// The action on an object of an Application has one part too many, which the type cannot count.
import { type ArgoApp, ArgoCdRbac, ArgoChart, Policy, Role } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'argo-cd', { namespace: 'argocd' });
  const rbac = new ArgoCdRbac(chart, 'Rbac', {
    defaultRole: 'none',
    policies: [Policy.allow(Role.named('team-shop'), 'action/argoproj.io/v1alpha1/Rollout/resume', 'applications', 'shop/*')],
  });
  rbac.group('org:shop').has(Role.named('team-shop'));
}
