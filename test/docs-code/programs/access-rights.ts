import { ArgoApp, ArgoCdRbac, ArgoChart, Policy, Role, type JsonObject } from 'cdk8s-argo';
import { ArgoCdPolicy } from 'cdk8s-argo/testing';

describe('who may do what', () => {
  const chart = new ArgoChart(new ArgoApp({ outdir: 'dist' }), 'argo-cd', { namespace: 'argocd' });
  const shop = Role.named('team-shop');
  const rbac = new ArgoCdRbac(chart, 'Rbac', {
    defaultRole: 'none',
    policies: [
      Policy.allow(shop, ['get', 'sync'], 'applications', 'shop/*'),
      Policy.deny(shop, 'sync', 'applications', 'shop/payments'),
    ],
  });
  rbac.group('org:shop').has(shop);

  const erin = { user: 'erin', groups: ['org:shop'] };

  test('the team releases what is theirs', () => {
    expect(rbac.may(erin, 'sync', 'applications', 'shop/web').allowed).toBe(true);
    expect(rbac.may(erin, 'sync', 'applications', 'payroll/api').allowed).toBe(false);
  });

  test('payments are released by others', () => {
    expect(rbac.may(erin, 'sync', 'applications', 'shop/payments').reason).toBe(
      'denied to the group org:shop by policy.csv, line 3 (p, role:team-shop, applications, sync, shop/payments, deny)');
  });

  const configMap: JsonObject = { kind: 'ConfigMap', data: { 'policy.csv': 'p, org:shop, applications, get, shop/*, allow' } };

  test('a policy of a group is never looked at', () => {
    const policy = ArgoCdPolicy.fromConfigMap(configMap);
    expect(policy.may(erin, 'get', 'applications', 'shop/web').reason).toBe(
      'no line allows applications, get, shop/web; no line with g gives a role to org:shop');
  });
});
