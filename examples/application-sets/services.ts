import { ApplicationSet, Destination, Generator, Source } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { manifests } from './fleet';

/** Clusters that a placement controller has decided on. */
export function clusterDecisionResource(scope: Construct): void {
  new ApplicationSet(scope, 'Placed', {
    generators: [Generator.clusterDecisionResource({
      configMapRef: 'placement-decisions',
      labelSelector: { matchLabels: { 'cluster.open-cluster-management.io/placement': 'web' } },
      decisionKeys: ['clusterName'],
    })],
    template: (p) => ({
      name: `placed-${p.clusterName}`,
      source: Source.git({ repository: manifests, path: 'web/large' }),
      destination: Destination.server(p.server, 'web'),
    }),
  });
}

/** What a service of the company answers. */
export function plugin(scope: Construct): void {
  new ApplicationSet(scope, 'Tenants', {
    generators: [Generator.plugin({
      configMapRef: 'tenant-service',
      input: { plan: 'business' },
      output: { tenant: 'acme', cluster: 'eu-production' },
      values: { owner: 'team-tenants' },
    })],
    template: (p) => ({
      name: `tenant-${p.tenant}`,
      labels: { owner: p.values.owner },
      source: Source.git({ repository: manifests, path: 'web/small' }),
      destination: Destination.cluster(p.cluster, `tenant-${p.tenant}`),
    }),
  });
}
