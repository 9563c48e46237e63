import { Duration } from 'cdk8s';
import { AppProject, Application, Cluster, Destination, DestinationPattern, ProjectPolicy, ProjectRole, Repository, Source, SourceIntegrity, SyncWindow } from 'cdk8s-argo';
import type { Construct } from 'constructs';

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main' });
const least = { sourceRepositories: [repository], destinations: [Destination.inCluster('shop')] } as const;

/** A project says where Applications come from and where they go. */
export function projects(scope: Construct): void {
  const project = new AppProject(scope, 'Shop', least);
  new Application(scope, 'Web', { project, source: Source.git({ repository, path: 'web' }), destination: Destination.inCluster('shop') });
  // @ts-expect-error a project without repositories permits nothing
  new AppProject(scope, 'NoRepository', { destinations: least.destinations });
  // @ts-expect-error a project without repositories permits nothing
  new AppProject(scope, 'EmptyRepositories', { ...least, sourceRepositories: [] });
  // @ts-expect-error a project without destinations permits nothing
  new AppProject(scope, 'EmptyDestinations', { ...least, destinations: [] });
  // @ts-expect-error an empty list would forbid every kind in namespaces
  new AppProject(scope, 'NoKinds', { ...least, namespaceResources: [] });
  // @ts-expect-error a kind has a group, '' for the core group
  new AppProject(scope, 'NoGroup', { ...least, namespaceResources: [{ kind: 'Deployment' }] });
  // @ts-expect-error the namespace of a destination is said
  DestinationPattern.clusters('production-*');
  // @ts-expect-error every namespace is anywhere(), said openly
  DestinationPattern.anywhereExcept();
}

/** A window selects something, and opens for a time that Go can read. */
export function windows(): void {
  SyncWindow.allow({ schedule: '0 22 * * *', duration: '8h', namespaces: ['shop'] });
  SyncWindow.deny({ schedule: '0 22 * * *', duration: '8h', clusters: [{ name: 'production' }], applications: ['web-*'], andOperator: true });
  // @ts-expect-error a window that selects nothing is refused by the API server
  SyncWindow.allow({ schedule: '0 22 * * *', duration: '8h' });
  // @ts-expect-error a list without a glob selects nothing
  SyncWindow.allow({ schedule: '0 22 * * *', duration: '8h', applications: [] });
  SyncWindow.deny({ schedule: '0 22 * * *', duration: Duration.hours(8), clusters: [Cluster.inCluster(), 'prod-*'] });
  // @ts-expect-error Go knows no days
  SyncWindow.allow({ schedule: '0 22 * * *', duration: '2d', applications: ['*'] });
}

/** A policy is about what a project has, and does what can be done to it. */
export function roles(): void {
  ProjectPolicy.allow('action/argoproj.io/Rollout/resume', 'applications', '*');
  ProjectPolicy.allow('get', 'logs', '*');
  ProjectPolicy.deny('*', 'repositories', '*');
  // @ts-expect-error an ApplicationSet is not synced
  ProjectPolicy.allow('sync', 'applicationsets', '*');
  // @ts-expect-error logs are only read
  ProjectPolicy.allow('create', 'logs', '*');
  // @ts-expect-error projects are not a project's to give
  ProjectPolicy.allow('get', 'projects', '*');
  // @ts-expect-error an action names a group, a kind and the action
  ProjectPolicy.allow('action/resume', 'applications', '*');
  // @ts-expect-error the effect is allow() or deny(), and the line is made of values
  ProjectRole.named('ci', { policies: ['p, proj:shop:ci, applications, sync, shop/*, allow'] });
}

/** Signatures are of some keys. */
export function signatures(): void {
  SourceIntegrity.unsigned({ repositories: [repository] });
  // @ts-expect-error without keys no commit would be taken
  SourceIntegrity.signedHead({ repositories: [repository], keys: [] });
  // @ts-expect-error a policy is about some repositories
  SourceIntegrity.unsigned({ repositories: [] });
}
