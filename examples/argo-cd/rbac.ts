import { ArgoCdRbac, Policy, Role, User } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** Who may do what: everybody reads, teams release what is theirs, the platform team does the rest. */
export function accessRights(scope: Construct): ArgoCdRbac {
  const shop = Role.named('team-shop');
  const onCall = Role.named('on-call');

  const rbac = new ArgoCdRbac(scope, 'Rbac', {
    // What everybody may cannot be denied to anybody, so it is little.
    defaultRole: Role.named('everybody'),
    scopes: ['groups', 'email'],
    policies: [
      Policy.allow(Role.named('everybody'), 'get', 'projects', '*'),
      // With sync comes get: Argo CD asks for both.
      Policy.allow(shop, ['sync', 'action/argoproj.io/Rollout/*'], 'applications', 'shop/*'),
      Policy.allow(shop, 'get', 'logs', 'shop/*'),
      Policy.deny(shop, 'sync', 'applications', 'shop/payments'),
      // Whoever is on call promotes and aborts. Deleting a pod is no right to delete the Application.
      Policy.allow(onCall, ['get', 'sync', 'action/argoproj.io/Rollout/*', 'delete/*/Pod/*/*'], 'applications', '*'),
      Policy.allow(onCall, 'get', 'logs', '*'),
      Policy.allow(User.named('ci'), ['get', 'sync'], 'applications', 'shop/*'),
    ],
  });
  rbac.include(onCall, Role.readonly);

  // Groups have roles, and nothing else: a policy of a group would never be looked at.
  rbac.group('org:shop').has(shop);
  rbac.group('org:on-call').has(onCall);
  rbac.group('org:platform').has(Role.admin);
  return rbac;
}
