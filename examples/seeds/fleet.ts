import { Cluster, Fleet, Repository } from 'cdk8s-argo';

/** The clusters. Their labels are what sets of Applications select by: one that is not here does not compile. */
export const clusters = {
  dev: Cluster.registered({ name: 'dev-cluster', server: 'https://dev-cluster.example.com:443', labels: { env: 'dev', region: 'eu-west-1' } }),
  staging: Cluster.registered({ name: 'staging-cluster', server: 'https://staging-cluster.example.com:443', labels: { env: 'staging', region: 'eu-west-1' } }),
  prod: Cluster.registered({ name: 'prod-cluster', server: 'https://prod-cluster.example.com:443', labels: { env: 'production', region: 'us-east-1' } }),
} as const;

/** All of them. */
export const fleet = Fleet.of([clusters.dev, clusters.staging, clusters.prod]);

/** Where this program's YAML is committed. */
export const manifests = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main', root: 'dist/seeds' });

/** Overlays of Kustomize that people write by hand. */
export const k8sManifests = Repository.git({ url: 'https://git.example.com/myorg/k8s-manifests.git', revision: 'main' });

/** Helm charts, and the values of each environment, which a pipeline writes new versions into. */
export const gitopsConfig = Repository.git({ url: 'https://git.example.com/your-org/gitops-config.git', revision: 'main' });
