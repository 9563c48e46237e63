import { Cluster, Environment, Fleet } from 'cdk8s-argo';

export const staging = Environment.named('staging');
export const production = Environment.named('production');

/** Argo CD runs here. With labels of its own it needs a registration, or no selector finds it. */
export const hub = Cluster.inCluster({ labels: { env: 'tools' } });

export const test = Cluster.registered({
  name: 'test', server: 'https://test.example.com:6443', labels: { env: 'staging', region: 'eu' }, environment: staging,
});

export const eu = Cluster.registered({
  name: 'eu', server: 'https://eu.example.com:6443', labels: { env: 'production', region: 'eu' }, environment: production, project: 'shop',
});

/** Somebody else registers this one, and only Argo CD knows how to reach it. */
export const us = Cluster.known({ name: 'us', labels: { env: 'production', region: 'us' }, environment: production });

export const fleet = Fleet.of([hub, test, eu, us]);
