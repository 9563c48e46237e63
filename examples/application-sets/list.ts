import { ApplicationSet, Destination, Generator, Repository, Source, SyncPolicy } from 'cdk8s-argo';
import type { Construct } from 'constructs';

const charts = Repository.helm({ url: 'https://charts.example.com' });

/** What differs is said in a list; switches and numbers go through a patch, which keeps them what they are. */
export function list(scope: Construct): void {
  new ApplicationSet(scope, 'Cache', {
    generators: [Generator.list([
      { env: 'staging', cluster: 'eu-staging', replicas: 1, prune: true },
      { env: 'production', cluster: 'eu-production', replicas: 3, prune: false },
    ])],
    template: (p) => ({
      name: `cache-${p.env}`,
      labels: { env: p.env },
      source: Source.helmChart({ repository: charts, chart: 'cache', version: '4.2.1', helm: { releaseName: 'cache' } }),
      destination: Destination.cluster(p.cluster, 'cache'),
      syncPolicy: SyncPolicy.automated({ createNamespace: true }),
    }),
    templatePatch: (p) => ({
      spec: {
        source: { helm: { valuesObject: { replicas: p.replicas } } },
        syncPolicy: { automated: { prune: p.prune } },
      },
    }),
  });
}
