import { ArgoCdConfig, ArgoCdParams, HealthCheck } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** How healthy a database is: the operator says so in a condition, and nothing at first. */
export const DATABASE_HEALTH = HealthCheck.lua({
  group: 'databases.example.com',
  kind: 'Database',
  script: `
local hs = { status = "Progressing", message = "the operator has not looked at it yet" }
if obj.status == nil or obj.status.conditions == nil then
  return hs
end
for _, condition in ipairs(obj.status.conditions) do
  if condition.type == "Ready" then
    hs.message = condition.message or ""
    hs.status = condition.status == "True" and "Healthy" or "Degraded"
  end
end
return hs
`,
});

/** Where Argo CD is, who signs in how, and what it knows about kinds that are not of Kubernetes. */
export function configuration(scope: Construct): void {
  new ArgoCdConfig(scope, 'Config', {
    url: 'https://argo-cd.example.com',
    oidc: {
      name: 'Okta',
      issuer: 'https://org.okta.example.com',
      clientID: 'argo-cd',
      // The key clientSecret of the Secret okta, which is made elsewhere and has the label of Argo CD.
      clientSecret: '$okta:clientSecret',
      requestedScopes: ['openid', 'profile', 'email', 'groups'],
      requestedIDTokenClaims: { groups: { essential: true } },
    },
    adminEnabled: false,
    accounts: { ci: { capabilities: ['apiKey'] } },
    healthChecks: [DATABASE_HEALTH, HealthCheck.application()],
    ignoreDifferences: [{
      group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration', jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
    }],
    kustomize: { buildOptions: '--enable-helm' },
    reconciliation: { timeout: '5m', jitter: '1m' },
    applicationLinks: [{ url: 'https://logs.example.com/?app={{.app.metadata.name}}', title: 'Logs', iconClass: 'fa-book' }],
    banner: { content: 'production: changes come from Git', permanent: true },
  });

  // Argo CD reads these when it starts: restart its pods after a change.
  new ArgoCdParams(scope, 'Params', {
    server: { insecure: true },
    controller: { statusProcessors: 50, operationProcessors: 25 },
    applicationSets: { progressiveSyncs: true, policy: 'create-update', policyOverride: true },
  });
}
