// The certificate is in the store, and the key was sealed by hand.
import { type ArgoApp, ArgoChart, Cluster, ClusterAccess, ClusterRegistration, SealedValue, SecretStore } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  new ClusterRegistration(chart, 'Production', {
    cluster: Cluster.registered({ name: 'production', server: 'https://production.example.com' }),
    access: ClusterAccess.clientCertificate({
      certData: SecretStore.cluster('vault').secret('argocd/production', 'certificate'),
      keyData: SealedValue.of(`AgBy3i4OJSWK${'x'.repeat(80)}`),
    }),
  });
}
