// What the program is called with is committed, beside the reference to the authority.
import { type ArgoApp, ArgoChart, Cluster, ClusterAccess, ClusterRegistration, SecretStore } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'clusters', { namespace: 'argocd' });
  const access = ClusterAccess.exec(
    { command: 'kubelogin', args: ['get-token'], env: { AAD_SERVICE_PRINCIPAL_CLIENT_SECRET: 'hunter2hunter2' } },
    { tls: { caData: SecretStore.cluster('vault').secret('clusters/eu', 'ca') } },
  );
  new ClusterRegistration(chart, 'Eu', { cluster: Cluster.registered({ name: 'eu', server: 'https://eu.example.com', labels: {} }), access });
}
