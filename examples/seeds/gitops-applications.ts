import { Application, type ArgoChart, Destination, Generator, MultiClusterAppSet, Source, SyncPolicy } from 'cdk8s-argo';
import { fleet, k8sManifests, manifests } from './fleet';

/** The blue-green `my-app` with its checks, and a set with an overlay for each region. */
export function gitopsApplications(scope: ArgoChart, blueGreen: ArgoChart, checks: ArgoChart): void {
  new Application(scope, 'MyApp', {
    sources: [Source.chart(blueGreen, manifests), Source.chart(checks, manifests)],
    destination: Destination.inCluster('production'),
    // Pruned without an order: an object that was renamed could have been deleted before the new one was there. It comes last here.
    syncPolicy: SyncPolicy.automated({ prune: true, createNamespace: true }),
  });

  new MultiClusterAppSet(scope, 'MyAppSet', {
    // Not all clusters need have the label region, and a missing one would have stayed in the path as it was written.
    generators: [Generator.clusters({ fleet, matchLabels: { env: 'production' } })],
    template: (p) => ({
      // Took the name of the cluster as it is, which may hold what a name of Kubernetes may not; and it is the name that the other
      // set gives its Applications, so in one Argo CD the two would have fought over them.
      name: `my-app-set-${p.nameNormalized}`,
      source: Source.git({ repository: k8sManifests, path: `apps/my-app/overlays/${p.label('region')}` }),
      destination: Destination.server(p.server, 'production'),
      syncPolicy: SyncPolicy.manual(),
    }),
  });
}
