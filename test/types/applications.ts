import {
  Application, type ApplicationOptions, Destination, ObjectSyncOption, ObjectSyncOptions, Repository, Retry, Source, SyncOption, SyncPolicy,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';

const repository = Repository.git({ url: 'https://git.example.com/shop/manifests.git', revision: 'main', root: 'dist' });
const charts = Repository.helm({ url: 'https://charts.example.com' });
const artifact = Repository.oci({ url: 'oci://registry.example.com/shop/manifests' });
const source = Source.git({ repository, path: 'web' });
const values = Source.ref('values', repository);
const rest: ApplicationOptions = { destination: Destination.inCluster('shop') };

/** Manifests come from one place: a source, several of them, or the hydrator. */
export function sources(scope: Construct): void {
  new Application(scope, 'One', { ...rest, source });
  new Application(scope, 'Several', { ...rest, sources: [source, values] });
  // @ts-expect-error Argo CD would pass over `source`
  new Application(scope, 'Both', { ...rest, source, sources: [source] });
  // @ts-expect-error there is nothing to deploy
  new Application(scope, 'None', { ...rest });
  // @ts-expect-error there is nothing to deploy
  new Application(scope, 'Empty', { ...rest, sources: [] });
  // @ts-expect-error a ref brings no manifests of its own
  new Application(scope, 'Ref', { ...rest, source: values });
  const sourceHydrator = { drySource: { repository, path: 'web' }, syncSource: { targetBranch: 'production', path: 'web' } };
  new Application(scope, 'Hydrated', { ...rest, sourceHydrator });
  // @ts-expect-error Argo CD would pass over `source`
  new Application(scope, 'HydratedToo', { ...rest, source, sourceHydrator });
  // @ts-expect-error the hydrator renders folders in Git
  new Application(scope, 'HydratedChart', { ...rest, sourceHydrator: { ...sourceHydrator, drySource: Source.helmChart({ repository: charts, chart: 'a', version: '1' }) } });
}

/** One tool renders a source. */
export function tools(): void {
  Source.git({ repository, path: 'web', kustomize: { namePrefix: 'shop-' } });
  // @ts-expect-error two tools would render the folder
  Source.git({ repository, path: 'web', kustomize: { namePrefix: 'shop-' }, helm: { releaseName: 'web' } });
  // @ts-expect-error two tools would render the folder
  Source.git({ repository, path: 'web', directory: { recurse: true }, plugin: { name: 'cue' } });
  // @ts-expect-error the field of Kustomize that Argo CD does not have
  Source.git({ repository, path: 'web', kustomize: { overlays: ['production'] } });
  // @ts-expect-error an image has a tag or a digest
  Source.git({ repository, path: 'web', kustomize: { images: { web: { tag: '1', digest: 'sha256:1' } } } });
  // @ts-expect-error a patch stands here or in a file
  Source.git({ repository, path: 'web', kustomize: { patches: [{ patch: { kind: 'Rollout' }, path: 'patch.yaml' }] } });
  // @ts-expect-error the property is `valueFiles`
  Source.git({ repository, path: 'web', helm: { valueFile: 'production.yaml' } });
}

/** Charts come from repositories of charts. */
export function repositories(): void {
  Source.helmChart({ repository: charts, chart: 'web', version: '1.x' });
  // @ts-expect-error the version is missing, so any would do
  Source.helmChart({ repository: charts, chart: 'web' });
  // @ts-expect-error a Git repository has folders
  Source.helmChart({ repository, chart: 'web', version: '1.x' });
  // @ts-expect-error a repository of charts has no folders
  Source.git({ repository: charts, path: 'web' });
  // @ts-expect-error an artifact is no repository of charts
  Source.helmChart({ repository: artifact, chart: 'web', version: '1.x' });
  // @ts-expect-error values cannot come from a chart
  Source.ref('values', charts);
  // @ts-expect-error a ref is made by its name
  values.file();
}

/** A cluster is named once. */
export function destinations(scope: Construct): void {
  // @ts-expect-error a destination is by server or by name
  new Application(scope, 'Both', { source, destination: { server: 'https://eu.example.com', name: 'eu' } });
  // @ts-expect-error a cluster and a namespace, not a server and a name
  Destination.server({ server: 'https://eu.example.com', name: 'eu' });
}

/** What Argo CD does not know cannot be said. */
export function syncOptions(scope: Construct): void {
  SyncPolicy.automated({ syncOptions: [SyncOption.serverSideApply()], retry: Retry.times(5) });
  // @ts-expect-error there is no such option
  SyncPolicy.automated({ syncOptions: [SyncOption.createNamespaces()] });
  // @ts-expect-error options are made by their names
  SyncPolicy.automated({ syncOptions: ['CreateNamespaces=true'] });
  // @ts-expect-error an option of a single object
  SyncPolicy.automated({ syncOptions: [ObjectSyncOption.deleteAndRecreate()] });
  // @ts-expect-error any other policy counts as foreground
  SyncOption.prunePropagationPolicy('Background');
  // @ts-expect-error an option of the whole Application
  ObjectSyncOptions.of(scope).add(SyncOption.applyOutOfSyncOnly());
  // @ts-expect-error no option is no option
  ObjectSyncOptions.of(scope).add();
  // @ts-expect-error without a limit there is no retry
  SyncPolicy.automated({ retry: { backoff: { duration: '5s' } } });
  // @ts-expect-error without a limit there is no retry
  Retry.times();
  // @ts-expect-error days are no duration of Argo CD
  Retry.times(5, { backoff: { maxDuration: '1d' } });
}
