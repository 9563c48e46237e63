import { ArgoCdConfig, ArgoCdParams, ArgoCdRbac, type ArgoChart, Policy, Role } from 'cdk8s-argo';

/**
 * The configuration of Argo CD. Three ConfigMaps were all called argocd-cm and had not the label by which Argo CD finds it: the one applied
 * last would have been the only one, and Argo CD would have seen none of them.
 *
 * Two health checks are not said again. The one for Rollouts took the place of a better one: it had no answer for a new Rollout, and
 * right after a change it took the old state for the new one. The one for Certificates was for a group that cert-manager left before
 * its version 1.0.
 */
export function argoCdConfig(scope: ArgoChart): void {
  new ArgoCdConfig(scope, 'Config', {
    // Was missing: nobody would have come back from Okta.
    url: 'https://argocd.example.com',
    oidc: {
      name: 'Okta',
      issuer: 'https://org.okta.example.com',
      // Keys of the Secret argocd-secret, though they look like variables.
      clientID: '$OIDC_CLIENT_ID',
      clientSecret: '$OIDC_CLIENT_SECRET',
      requestedScopes: ['openid', 'profile', 'email', 'groups'],
      // Was a field claimsMapping, which Argo CD ignores. It asks for the groups by a claim.
      requestedIDTokenClaims: { groups: { essential: true } },
    },
  });
  new ArgoCdParams(scope, 'Params');

  const dev = Role.named('dev-team');
  const staging = Role.named('staging-team');
  const onCall = Role.named('prod-oncall');
  const rbac = new ArgoCdRbac(scope, 'Rbac', {
    // Was left open, which means nothing at all for whoever is in no group.
    defaultRole: 'none',
    policies: [
      // Named the environments where the name of a project belongs, so nobody could have done anything. The environments are Applications
      // of one project. Who was on call could sync, and not see what: with sync comes get here.
      Policy.allow(dev, 'sync', 'applications', 'api/api-dev'),
      Policy.allow(dev, 'get', 'repositories', '*'),
      Policy.allow(staging, 'sync', 'applications', 'api/api-staging'),
      Policy.allow(staging, 'get', 'repositories', '*'),
      Policy.allow(onCall, 'sync', 'applications', 'api/api-prod'),
    ],
  });
  // Okta's groups have no org: before them. The administrator's rights were listed again, and added to a role that has them all.
  rbac.group('platform').has(Role.admin);
  rbac.group('data-eng').has(dev);
  rbac.group('backend').has(staging);
  rbac.group('oncall-team').has(onCall);
}
