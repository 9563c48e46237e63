import { type ArgoChart, ApplicationSet, Destination, Generator, MultiClusterAppSet, Source, SyncPolicy } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { fleet, manifests } from './fleet';

/** Clusters by their labels: staging first, then production one cluster after the other. */
export function clusters(scope: Construct): void {
  new MultiClusterAppSet(scope, 'Web', {
    generators: [
      Generator.clusters({ fleet, matchLabels: { env: 'staging' }, values: { size: 'small' } }),
      Generator.clusters({ fleet, matchLabels: { env: 'production' }, values: { size: 'large' } }),
    ],
    template: (p) => ({
      name: `web-${p.nameNormalized}`,
      labels: { env: p.label('env'), region: p.label('region') },
      source: Source.git({ repository: manifests, path: `web/${p.values.size}` }),
      destination: Destination.server(p.server, 'web'),
      syncPolicy: SyncPolicy.manual({ createNamespace: true }),
    }),
    rollingSync: {
      steps: [
        { matchLabels: { env: ['staging'] } },
        { matchLabels: { env: ['production'], region: ['eu'] } },
        { matchLabels: { env: ['production'] }, exceptLabels: { region: ['eu'] }, maxUpdate: 1 },
      ],
      deletionOrder: 'Reverse',
    },
  });
}

/** One chart on every cluster of production; each keeps the version that people set by hand for a while. */
export function oneChart(scope: Construct, agent: ArgoChart): void {
  new MultiClusterAppSet(scope, 'Agent', {
    generators: [Generator.clusters({ fleet, matchExpressions: [{ key: 'env', operator: 'In', values: ['production'] }] })],
    template: (p) => ({
      name: `agent-${p.nameNormalized}`,
      source: Source.chart(agent, manifests),
      destination: Destination.server(p.server),
      syncPolicy: SyncPolicy.automated({ createNamespace: true }),
    }),
    applicationsSync: 'create-update',
    ignoreApplicationDifferences: [{ jsonPointers: ['/spec/source/targetRevision'] }],
    preservedFields: { annotations: ['example.com/on-call'] },
  });
}

/** One Application that knows all clusters: the list goes to a chart as a value. */
export function clusterList(scope: Construct, agent: ArgoChart): void {
  new ApplicationSet(scope, 'Overview', {
    generators: [Generator.clusterList(Generator.clusters({ fleet, matchLabels: { env: 'production' } }))],
    template: () => ({
      name: 'overview',
      source: Source.chart(agent, manifests),
      destination: Destination.inCluster(),
      syncPolicy: SyncPolicy.automated({ createNamespace: true }),
    }),
    templatePatch: (p) => ({ metadata: { annotations: { 'example.com/first-cluster': p.clusters.at(0).name } } }),
  });
}
