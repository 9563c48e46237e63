import {
  type Application, AppProject, type ArgoChart, type Cluster, Destination, DestinationPattern, type GitRepository, ProjectPolicy,
  ProjectRole, SourceIntegrity, SyncWindow,
} from 'cdk8s-argo';

/** What the projects of a team are made of. */
export interface TeamProjectProps {
  readonly repository: GitRepository;
  readonly staging: Cluster;
  readonly production: Cluster;
}

/** A project for what a team releases: its repository, its namespaces on two clusters, and the roles of people and pipelines. */
export function teamProject(scope: ArgoChart, { repository, staging, production }: TeamProjectProps): AppProject {
  return new AppProject(scope, 'Shop', {
    description: 'what the shop team runs',
    sourceRepositories: [repository, 'https://charts.example.com/shop/*'],
    destinations: [
      Destination.cluster(production, 'shop'),
      // Every branch is tried out in a namespace of its own.
      DestinationPattern.namespaces(Destination.cluster(staging), 'shop', 'shop-*'),
    ],
    // Applications create their own namespaces, and nothing else outside of namespaces.
    clusterResources: [{ group: '', kind: 'Namespace', name: 'shop*' }],
    deniedNamespaceResources: [{ group: '', kind: 'ResourceQuota' }, { group: '', kind: 'LimitRange' }],
    orphanedResources: { warn: true, ignore: [{ kind: 'ConfigMap', name: 'kube-root-ca.crt' }] },
    sourceIntegrity: [SourceIntegrity.signedHead({ repositories: [repository], keys: ['D56C4FCA57A46444'] })],
    keepWhileUsed: true,
    roles: [
      ProjectRole.named('developer', {
        groups: ['shop-developers'],
        policies: [
          ProjectPolicy.allow('get', 'applications', '*'),
          ProjectPolicy.allow('get', 'logs', '*'),
          ProjectPolicy.allow('sync', 'applications', '*'),
          ProjectPolicy.allow('action/argoproj.io/Rollout/resume', 'applications', '*'),
        ],
      }),
      ProjectRole.named('pipeline', {
        description: 'waits for staging before it asks for production',
        policies: [ProjectPolicy.allow('get', 'applications', '*'), ProjectPolicy.allow('sync', 'applications', 'storefront-staging')],
      }),
    ],
  });
}

/** A project for what is released at night alone, and not at all in the week before Christmas. */
export function nightlyProject(scope: ArgoChart, repository: GitRepository, production: Cluster, nightly: readonly [Pick<Application, 'name'>]): AppProject {
  return new AppProject(scope, 'Nightly', {
    sourceRepositories: [repository],
    destinations: [Destination.cluster(production, 'reports')],
    syncWindows: [
      SyncWindow.allow({ schedule: '0 22 * * *', duration: '6h', timeZone: 'Europe/Berlin', applications: nightly, manualSync: true }),
      SyncWindow.deny({ schedule: '0 0 18-24 dec *', duration: '24h', timeZone: 'Europe/Berlin', clusters: [production], description: 'Christmas' }),
    ],
  });
}
