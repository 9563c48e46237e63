// The roles of Argo CD are globs, and allow nothing where patterns are regular expressions.
import { type ArgoApp, ArgoCdRbac, ArgoChart, Role } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'argo-cd', { namespace: 'argocd' });
  const rbac = new ArgoCdRbac(chart, 'Rbac', { defaultRole: 'none', matchMode: 'regex' });
  rbac.group('org:platform').has(Role.admin);
}
