import {
  ArgoChart, ClusterAccess, ClusterRegistration, CredentialTemplate, type GitRepository, Repository, RepositoryCredentials,
  RepositoryRegistration, ScmCredentials, SealedValue, SecretStore,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { eu, hub, test } from './fleet';

// As kubeseal --raw prints it, which only the controller in the cluster can read.
const SEALED_TOKEN = SealedValue.of(
  'AgBy3i4OJSWKPiTySYZZA9rO43cGDEq5mVq0w1Yw9tQ2l6cYp0v7sKf4eXnGQy8bDkT1hZr5uWmLxJ2oNaVtRiC6gHsP3jEwUzQfBvXyMdK8nLoA7SeTIqYpWcGhR0FZlJt=',
);

/** What Argo CD has to know to reach clusters and repositories, without a credential in it. */
export class Registrations extends ArgoChart {
  public constructor(scope: Construct, id: string, manifests: GitRepository) {
    super(scope, id, { namespace: 'argocd', cluster: hub });
    const store = SecretStore.cluster('vault');

    // No credentials: Argo CD is somebody here already. The Secret gives the cluster its labels.
    new ClusterRegistration(this, 'Hub', { cluster: hub });
    new ClusterRegistration(this, 'Test', {
      cluster: test,
      access: ClusterAccess.bearerToken(store.secret('argocd/clusters/test', 'token'), { tls: { caData: store.secret('argocd/clusters/test', 'ca') } }),
    });
    new ClusterRegistration(this, 'Eu', {
      cluster: eu,
      access: ClusterAccess.awsIam({ clusterName: 'eu', roleArn: 'arn:aws:iam::111122223333:role/argocd' }),
      namespaces: ['shop'],
    });

    new RepositoryRegistration(this, 'Manifests', {
      repository: manifests,
      credentials: RepositoryCredentials.gitHubApp({ appId: 12345, installationId: 67890, privateKey: store.secret('argocd/github-app', 'key') }),
    });
    // What the source hydrator pushes with.
    new RepositoryRegistration(this, 'ManifestsWrite', {
      repository: manifests,
      access: 'write',
      credentials: RepositoryCredentials.gitHubApp({ appId: 54321, privateKey: store.secret('argocd/github-app-write', 'key') }),
    });
    new RepositoryRegistration(this, 'Charts', {
      repository: Repository.helm({ url: 'registry.example.com/charts' }),
      name: 'shop',
      credentials: RepositoryCredentials.password({ username: 'argocd', password: store.secret('argocd/registry', 'password') }),
    });
    new RepositoryRegistration(this, 'Policies', { repository: Repository.oci({ url: 'oci://registry.example.com/platform/policies' }) });
    new CredentialTemplate(this, 'Teams', {
      type: 'git',
      urlPrefix: 'git@git.example.com:teams/',
      credentials: RepositoryCredentials.sshKey(store.secret('argocd/teams', 'ssh')),
    });
    new ScmCredentials(this, 'PullRequests', { token: SEALED_TOKEN });
  }
}
