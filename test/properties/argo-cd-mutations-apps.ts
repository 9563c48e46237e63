import { isFolder, on, onApp, onSource, type ProgramMutation } from './argo-cd-edits';

const automated = (spec: any): any => spec.syncPolicy?.automated;

const isRoot = ({ metadata, spec }: any): boolean => metadata.namespace === 'argocd' && spec.destination.namespace === 'argocd' && !metadata.name.endsWith('-infrastructure');

/** What people write into Applications. */
export const APPLICATION_MUTATIONS: readonly ProgramMutation[] = [
  // What the schema of the kind says.
  { name: 'no destination', rule: 'schema/required', edit: onApp((spec) => { delete spec.destination; }) },
  { name: 'no project', rule: 'schema/required', edit: onApp((spec) => { delete spec.project; }) },
  { name: 'no repository', rule: 'schema/required', edit: onSource(isFolder, (source) => { delete source.repoURL; }) },
  { name: 'overlays of Kustomize in the source', rule: 'schema/unknown-field', edit: onSource(({ kustomize }) => kustomize, ({ kustomize }) => { kustomize.overlays = ['production']; }) },
  { name: 'one value file', rule: 'schema/unknown-field', edit: onSource(({ helm }) => helm, ({ helm }) => { helm.valueFile = 'values.yaml'; }) },
  { name: 'an automated sync as text', rule: 'schema/type', edit: onApp((spec) => { spec.syncPolicy.automated.prune = 'true'; }, automated) },
  { name: 'autoSync of another tool', rule: 'schema/unknown-field', edit: onApp((spec) => { spec.syncPolicy.autoSync = true; }, automated) },
  { name: 'a hydrated branch at its top', rule: 'schema/format', edit: onApp(({ sourceHydrator }) => { sourceHydrator.syncSource.path = '.'; }, ({ sourceHydrator }) => sourceHydrator) },
  // Destinations.
  { name: 'a cluster by server and by name', rule: 'apps/destination-one-of', edit: onApp(({ destination }) => {
    destination.server ??= 'https://kubernetes.default.svc';
    destination.name ??= 'in-cluster';
  }) },
  { name: 'no cluster', rule: 'apps/destination-one-of', edit: onApp(({ destination }) => { delete destination.server; delete destination.name; }) },
  { name: 'a URL as a name', rule: 'apps/destination-registered', needs: 'fleet', edit: onApp((spec) => { spec.destination = { name: 'https://production.example.com', namespace: spec.destination.namespace }; }) },
  { name: 'a cluster that nobody has declared', rule: 'apps/destination-registered', needs: 'fleet', edit: onApp((spec) => {
    spec.destination = { name: 'prodution', namespace: spec.destination.namespace };
  }) },
  // Sources.
  { name: 'a source and a list of sources', rule: 'apps/source-one-of', edit: onApp((spec) => { spec.sources = [{ ...spec.source, path: 'other' }]; }, ({ source }) => source && isFolder(source)) },
  { name: 'neither path nor chart', rule: 'apps/source-one-of', edit: onSource(isFolder, (source) => { delete source.path; }) },
  { name: 'Helm and Kustomize', rule: 'apps/source-one-of', edit: onSource(isFolder, (source) => {
    source.helm = { releaseName: 'web' };
    source.kustomize = { namePrefix: 'web-' };
  }) },
  { name: 'a chart without version', rule: 'apps/source-one-of', edit: onSource(({ chart }) => chart, (source) => { delete source.targetRevision; }) },
  { name: 'a path from the root of the machine', rule: 'apps/source-path', edit: onSource(isFolder, (source) => { source.path = '/apps/web'; }) },
  { name: 'a path out of the repository', rule: 'apps/source-path', edit: onSource(isFolder, (source) => { source.path = '../web'; }) },
  { name: 'a value file out of the repository', rule: 'apps/value-files', edit: onSource(({ helm, path }) => helm && path, ({ helm }) => { helm.valueFiles = ['../../../../../../values.yaml']; }) },
  { name: 'values of another scheme', rule: 'apps/source-settings', edit: onSource(({ helm }) => helm, ({ helm }) => { helm.valueFiles = ['s3://bucket/values.yaml']; }) },
  { name: 'values twice', rule: 'apps/helm-values-once', edit: onSource(({ helm }) => helm, ({ helm }) => { helm.valuesObject = { a: 1 }; helm.values = 'b: 2'; }) },
  { name: 'Helm 2', rule: 'apps/tool-versions', edit: onSource(({ helm }) => helm, ({ helm }) => { helm.version = 'v2'; }) },
  { name: 'a Kubernetes that is no version', rule: 'apps/tool-versions', edit: onSource(({ helm }) => helm, ({ helm }) => { helm.kubeVersion = 'latest'; }) },
  { name: 'Kustomize as a plugin', rule: 'apps/plugin-of-a-tool', edit: onSource(({ plugin }) => plugin, ({ plugin }) => { plugin.name = 'kustomize'; }) },
  { name: 'a count that is no number', rule: 'apps/kustomize-values', edit: onSource(({ kustomize }) => kustomize, ({ kustomize }) => { kustomize.replicas = [{ name: 'web', count: 'three' }]; }) },
  { name: 'a pattern of files that is not closed', rule: 'apps/directory-patterns', edit: onSource(({ directory }) => directory, ({ directory }) => { directory.include = '[a'; }) },
  { name: 'a password in the URL', rule: 'apps/repository-without-credentials', edit: onSource(isFolder, (source) => { source.repoURL = 'https://deployer:hunter2@git.example.com/shop/platform.git'; }) },
  { name: 'a ref that is not among the sources', rule: 'apps/ref-found', edit: onApp(({ sources }) => { sources[0].helm.valueFiles = ['$valus/web/values.yaml']; }, ({ sources }) => sources) },
  { name: 'a ref with a dot', rule: 'apps/ref-names', edit: onApp(({ sources }) => { sources[1].ref = 'val.ues'; }, ({ sources }) => sources) },
  { name: 'two refs of one name', rule: 'apps/ref-names', edit: onApp(({ sources }) => { sources.push({ ...sources[1], repoURL: 'https://git.example.com/shop/other.git' }); }, ({ sources }) => sources) },
  { name: 'two sources of one name', rule: 'apps/ref-names', edit: onApp(({ sources }) => { sources.push({ repoURL: sources[1].repoURL, path: 'a', name: 'chart' }); }, ({ sources }) => sources) },
  { name: 'no branch to hydrate', rule: 'apps/hydrator-complete', edit: onApp(({ sourceHydrator }) => { sourceHydrator.syncSource.targetBranch = ''; }, ({ sourceHydrator }) => sourceHydrator) },
  { name: 'a folder that the program does not write', rule: 'apps/folder-written', needs: 'root', edit: onSource(({ path, repoURL }) => path && repoURL.endsWith('manifests.git'), (source) => { source.path += '-old'; }) },
  // Policies.
  { name: 'a sync option that does not exist', rule: 'apps/sync-option-known', edit: onApp((spec) => { spec.syncPolicy.syncOptions = ['CreateNamespaces=true']; }, automated) },
  { name: 'a sync option with a blank', rule: 'apps/sync-option-known', edit: onApp((spec) => { spec.syncPolicy.syncOptions = ['CreateNamespace= true']; }, automated) },
  { name: 'a sync option in small letters', rule: 'apps/sync-option-known', edit: onApp((spec) => { spec.syncPolicy.syncOptions = ['createNamespace=true']; }, automated) },
  { name: 'an unknown propagation policy', rule: 'apps/sync-option-known', edit: onApp((spec) => { spec.syncPolicy.syncOptions = ['PrunePropagationPolicy=cascade']; }, automated) },
  { name: 'a retry without limit', rule: 'apps/retry-limit', edit: onApp((spec) => { delete spec.syncPolicy.retry.limit; }, (spec) => spec.syncPolicy?.retry?.backoff) },
  { name: 'a backoff in days', rule: 'apps/retry-duration', edit: onApp((spec) => { spec.syncPolicy.retry.backoff.duration = '1d'; }, (spec) => spec.syncPolicy?.retry?.backoff) },
  { name: 'a namespace with labels that nobody makes', rule: 'apps/namespace-metadata-used', edit: onApp(({ syncPolicy }) => {
    syncPolicy.syncOptions = syncPolicy.syncOptions.filter((option: string) => option !== 'CreateNamespace=true');
  }, (spec) => spec.syncPolicy?.managedNamespaceMetadata) },
  { name: 'an operation in Git', rule: 'apps/no-operation', edit: on('Application', (application) => { application.operation = { sync: { revision: 'main' } }; }) },
  // Ignored differences.
  { name: 'a wildcard in a JSON pointer', rule: 'apps/ignore-differences-effective', edit: onApp((spec) => {
    spec.ignoreDifferences = [{ group: 'networking.istio.io', kind: 'VirtualService', jsonPointers: ['/spec/http/*/route'] }];
  }, ({ source }) => source && isFolder(source)) },
  { name: 'a Deployment of the core group', rule: 'apps/ignore-differences-effective', edit: onApp((spec) => {
    spec.ignoreDifferences = [{ kind: 'Deployment', jsonPointers: ['/spec/replicas'] }];
  }, ({ source }) => source && isFolder(source)) },
  { name: 'a jq path that does not parse', rule: 'apps/ignored-path-compiles', edit: onApp((spec) => {
    spec.ignoreDifferences = [{ group: 'apps', kind: 'Deployment', jqPathExpressions: ['.spec.containers[.image'] }];
  }) },
  { name: 'a field that the kind does not have', rule: 'apps/ignored-field-exists', edit: onApp((spec) => {
    spec.ignoreDifferences = [{ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replica'] }];
  }) },
  { name: 'weights that Argo CD resets', rule: 'ownership/controller-fields-ignored', edit: onApp((spec) => { delete spec.ignoreDifferences; }, (spec) =>
    automated(spec)?.selfHeal && automated(spec).enabled !== false && spec.ignoreDifferences?.some(({ kind }: any) => kind === 'VirtualService')) },
  { name: 'lists that stay as they are', rule: 'ownership/respected-lists', edit: onApp(({ syncPolicy }) => { syncPolicy.syncOptions.push('RespectIgnoreDifferences=true'); }, (spec) =>
    spec.syncPolicy?.syncOptions && spec.ignoreDifferences?.some(({ kind }: any) => kind === 'VirtualService')) },
  { name: 'a kind that is not delivered', rule: 'ownership/ignored-kind-delivered', edit: onApp((spec) => {
    spec.ignoreDifferences.push({ group: 'apps', kind: 'StatefulSet', jsonPointers: ['/spec/replicas'] });
  }, (spec) => spec.source?.repoURL.endsWith('manifests.git') && spec.ignoreDifferences) },
  // Annotations.
  { name: 'a severity that is not shown', rule: 'apps/annotation-values', edit: on('Application', ({ metadata }) => {
    metadata.annotations = { ...metadata.annotations, 'notice.argocd.argoproj.io/content': 'x', 'notice.argocd.argoproj.io/severity': 'error' };
  }) },
  { name: 'an address that is none', rule: 'apps/annotation-values', edit: on('Application', ({ metadata }) => {
    metadata.annotations = { ...metadata.annotations, 'argocd.argoproj.io/managed-by-url': 'argocd.example.com' };
  }) },
  { name: 'an annotation of a hook\'s wave', rule: 'sync/known-annotation', edit: on('Application', ({ metadata }) => {
    metadata.annotations = { ...metadata.annotations, 'argocd.argoproj.io/hook-sync-wave': '1' };
  }) },
  { name: 'a wave with a fraction', rule: 'sync/wave-annotation', edit: on('Application', ({ metadata }) => {
    metadata.annotations = { ...metadata.annotations, 'argocd.argoproj.io/sync-wave': '1.5' };
  }) },
  { name: 'a hook in small letters', rule: 'sync/hook-annotation', edit: on('Rollout', ({ metadata }) => {
    metadata.annotations = { ...metadata.annotations, 'argocd.argoproj.io/hook': 'presync' };
  }) },
  { name: 'an option of an object that does not exist', rule: 'sync/sync-options-annotation', edit: on('Rollout', ({ metadata }) => {
    metadata.annotations = { ...metadata.annotations, 'argocd.argoproj.io/sync-options': 'Prune=never' };
  }) },
  // Roots.
  { name: 'children in an order that nobody waits for', rule: 'apps/child-order-needs-health', edit: (objects) => {
    const map: any = objects.find(({ metadata }) => metadata.name === 'argocd-cm');
    const waves = objects.filter(({ kind, metadata }) => kind === 'Application' && metadata.annotations?.['argocd.argoproj.io/sync-wave'] !== undefined);
    if (waves.length < 2) return false;
    delete map.data['resource.customizations.health.argoproj.io_Application'];
    return undefined;
  } },
  { name: 'a child in an order that does not sync itself', rule: 'apps/ordered-child-syncs-itself', edit: on('Application', ({ spec }) => { delete spec.syncPolicy.automated; }, ({ metadata, spec }, objects) =>
    spec.syncPolicy?.automated && metadata.name.endsWith('-operator') && objects.some((other) =>
      other.metadata.name === metadata.name.replace(/operator$/, 'web') && other.metadata.annotations?.['argocd.argoproj.io/sync-wave'])) },
  { name: 'a root that reads everything that is written', rule: 'apps/contains-itself', edit: on('Application', ({ spec }) => {
    spec.source.directory = { recurse: true };
    spec.source.path = '.';
  }, isRoot) },
  { name: 'a root that delivers the folder it lies in', rule: 'apps/contains-itself', edit: on('Application', ({ spec }) => { spec.source.path += '-bootstrap'; }, isRoot) },
];
