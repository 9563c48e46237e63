import { Application, AppProject, type ArgoChart, Destination, Generator, MultiClusterAppSet, Source, SyncPolicy } from 'cdk8s-argo';
import { fleet, manifests } from './fleet';

/** The canary of the guide in production, and `my-app` on every cluster. */
export function productionGuideApplications(scope: ArgoChart, canary: ArgoChart, checks: ArgoChart): void {
  const production = new AppProject(scope, 'Production', {
    sourceRepositories: [manifests],
    destinations: [Destination.inCluster('my-app-prod')],
    clusterResources: [{ group: '', kind: 'Namespace', name: 'my-app-prod' }],
  });

  // The replicas of a Deployment were ignored, and there is none: the workload is a Rollout. Nothing was said of the weights in its
  // VirtualService, so Argo CD would have set back each of them and ended the canary. What controllers write is derived here, from
  // the charts.
  new Application(scope, 'MyAppProduction', {
    project: production,
    sources: [Source.chart(canary, manifests), Source.chart(checks, manifests)],
    destination: Destination.inCluster(),
    // Pruning comes last here; the foreground, and five retries from 5 seconds to 3 minutes, are what Argo CD does anyway.
    syncPolicy: SyncPolicy.automated({ prune: true, createNamespace: true }),
    cascadeDeletion: true,
  });

  new MultiClusterAppSet(scope, 'MyAppMultiCluster', {
    // Staging followed the branch develop and production main: staging would have proved what production never got. One branch now.
    generators: [Generator.clusters({ fleet, matchExpressions: [{ key: 'env', operator: 'In', values: ['staging', 'production'] }] })],
    // Filled in text by text, so a cluster without the label would have had braces in its path. Here that is an error of the set, and a
    // label that no cluster has does not compile.
    template: (p) => ({
      name: `my-app-${p.nameNormalized}`,
      // Was missing, so no step would have selected any of the Applications, and none of them would ever have been synced.
      labels: { env: p.label('env') },
      source: Source.git({ repository: manifests, path: `my-app-${p.label('env')}` }),
      destination: Destination.server(p.server, `my-app-${p.label('env')}`),
      // Said automated and self-healing, which steps switch off: nothing undoes what people change by hand.
      syncPolicy: SyncPolicy.manual({ createNamespace: true }),
    }),
    // Needs progressive syncs, which are off by default: the parameter comes into the ArgoCdParams of this program.
    rollingSync: [
      { matchLabels: { env: ['staging'] } },
      { matchLabels: { env: ['production'] }, maxUpdate: '25%' },
    ],
  });
}
