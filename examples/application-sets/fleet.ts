import { Cluster, Fleet, Repository } from 'cdk8s-argo';

/** The clusters that Argo CD delivers to. */
export const fleet = Fleet.of([
  Cluster.registered({ name: 'eu-staging', server: 'https://eu-staging.example.com:6443', labels: { env: 'staging', region: 'eu' } }),
  Cluster.registered({ name: 'eu-production', server: 'https://eu-production.example.com:6443', labels: { env: 'production', region: 'eu' } }),
  Cluster.registered({ name: 'us-production', server: 'https://us-production.example.com:6443', labels: { env: 'production', region: 'us' } }),
]);

/** Where this app's YAML is committed. */
export const manifests = Repository.git({
  url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist/application-sets',
});

/** Configuration that people write by hand. */
export const inventory = Repository.git({ url: 'https://git.example.com/shop/inventory.git', revision: 'main' });
