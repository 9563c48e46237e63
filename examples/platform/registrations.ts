import { ClusterAccess, ClusterRegistration, RepositoryCredentials, RepositoryRegistration, SecretStore } from 'cdk8s-argo';
import { Construct } from 'constructs';
import { fleet } from './fleet';
import { manifests } from './repositories';

/** How Argo CD reaches clusters and repositories. The vault has the credentials; here is only where. */
export function registrations(scope: Construct): void {
  const vault = SecretStore.cluster('vault');
  const clusters = new Construct(scope, 'Cluster');
  for (const cluster of fleet.clusters) {
    new ClusterRegistration(clusters, cluster.name, {
      cluster,
      access: ClusterAccess.bearerToken(vault.secret(`argocd/clusters/${cluster.name}`, 'token'), {
        tls: { caData: vault.secret(`argocd/clusters/${cluster.name}`, 'ca') },
      }),
    });
  }
  new RepositoryRegistration(scope, 'Manifests', {
    repository: manifests,
    credentials: RepositoryCredentials.password({ username: 'argocd', password: vault.secret('argocd/repositories/manifests', 'token') }),
  });
}
