import { type AppProject, ArgoCdRbac, Policy, Role } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** Who may do what: teams see everything and release what is theirs, the platform team does the rest. */
export function access(scope: Construct, shop: AppProject): ArgoCdRbac {
  const team = Role.named('team-shop');
  const rbac = new ArgoCdRbac(scope, 'Rbac', {
    defaultRole: Role.readonly,
    policies: [Policy.allow(team, 'sync', 'applications', `${shop.name}/*`)],
  });
  rbac.group('shop-developers').has(team);
  rbac.group('platform').has(Role.admin);
  return rbac;
}
