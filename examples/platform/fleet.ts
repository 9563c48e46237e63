import { Cluster, Environment, Fleet } from 'cdk8s-argo';

/** The stages that a release goes through. */
export const dev = Environment.named('dev');
export const staging = Environment.named('staging');
export const production = Environment.named('production');

/** All of them, in the order of a release. */
export const environments = [dev, staging, production] as const;

/** The environments by their names, for charts that choose by them. */
export type AnyEnvironment = Environment<'dev' | 'staging' | 'production'>;

/** Every cluster that Argo CD delivers to. Generators select by these labels; a label that is not here does not compile. */
export const fleet = Fleet.of([
  Cluster.registered({
    name: 'dev', server: 'https://dev.k8s.example.com', environment: dev, labels: { environment: 'dev', region: 'eu' },
  }),
  Cluster.registered({
    name: 'staging', server: 'https://staging.k8s.example.com', environment: staging, labels: { environment: 'staging', region: 'eu' },
  }),
  Cluster.registered({
    name: 'production-eu', server: 'https://eu.k8s.example.com', environment: production, labels: { environment: 'production', region: 'eu' },
  }),
  Cluster.registered({
    name: 'production-us', server: 'https://us.k8s.example.com', environment: production, labels: { environment: 'production', region: 'us' },
  }),
]);
