import {
  AppOfApps, Application, ApplicationSet, AppProject, type ArgoApp, ArgoChart, Destination, Generator, Repository, Source, SyncPolicy,
} from 'cdk8s-argo';
import { clusters, manifests } from './fleet';

/** A root, and below it Argo CD with its settings, the canary and the service of each environment. */
export function productionPipelinesApplications(app: ArgoApp, settings: ArgoChart, canary: ArgoChart): void {
  const bootstrap = new ArgoChart(app, 'bootstrap', { namespace: 'argocd' });

  // Followed the folder that it stood in, and so itself: by its own pruning it could have deleted itself with everything below.
  const root = new AppOfApps(bootstrap, 'root-app', { repository: manifests, syncPolicy: SyncPolicy.automated({ prune: true }), cascadeDeletion: true });

  root.addChart(settings, { metadata: { name: 'argocd-settings' }, syncPolicy: SyncPolicy.automated({ prune: true }) });

  // The API server was a StatefulSet of its own with --disable-auth: whoever reached it could have done everything, in every cluster. It
  // had no account, no port and no Service either, and high availability needs more than one of the parts. The chart has all of that.
  const argoCd = root.add(new Application(root.applications, 'argo-cd', {
    source: Source.helmChart({
      repository: Repository.helm({ url: 'https://charts.example.com/argo' }),
      chart: 'argo-cd',
      version: '10.1.1',
      helm: {
        values: {
          // This program writes these ConfigMaps.
          configs: { cm: { create: false }, params: { create: false }, rbac: { create: false } },
          notifications: { cm: { create: false } },
          'redis-ha': { enabled: true },
          server: { replicas: 3 },
          repoServer: { replicas: 2 },
          applicationSet: { replicas: 2 },
        },
      },
    }),
    destination: Destination.inCluster('argocd'),
  }));

  // Argo CD has no plugin of that name, and so would have rendered nothing. It finds a kustomization.yaml by itself, and needs none here.
  const api = root.addChart(canary, {
    metadata: { name: 'api' },
    syncPolicy: SyncPolicy.automated({ prune: true, createNamespace: true }),
    cascadeDeletion: true,
    revisionHistoryLimit: 10,
  });

  const project = new AppProject(root.applications, 'Api', {
    sourceRepositories: [manifests],
    destinations: [
      Destination.cluster(clusters.dev, 'default'), Destination.cluster(clusters.staging, 'staging'), Destination.cluster(clusters.prod, 'production'),
    ],
    clusterResources: [{ group: '', kind: 'Namespace' }],
  });
  const environments = root.add(new ApplicationSet(root.applications, 'ApiEnvironments', {
    generators: [Generator.list([
      { name: 'api', env: 'dev', cluster: clusters.dev.name, namespace: 'default' },
      { name: 'api', env: 'staging', cluster: clusters.staging.name, namespace: 'staging' },
      { name: 'api', env: 'prod', cluster: clusters.prod.name, namespace: 'production' },
    ])],
    template: (p) => ({
      name: `${p.name}-${p.env}`,
      labels: { app: p.name, env: p.env },
      project,
      source: Source.git({ repository: manifests, path: `${p.name}/${p.env}` }),
      // Server URLs were made up from names. They have to be registered letter by letter, so a cluster is named here.
      destination: Destination.cluster(p.cluster, p.namespace),
      syncPolicy: SyncPolicy.automated({ prune: true, createNamespace: true }),
    }),
  }));

  // Waves between Applications wait for nothing unless Argo CD is told when an Application is healthy. An order brings that along.
  api.syncAfter(argoCd);
  environments.syncAfter(argoCd);
}
