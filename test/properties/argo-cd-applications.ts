import {
  Application, type ApplicationOptions, ArgoChart, type AutomatedSyncOptions, type IgnoredDifference,
  type KustomizeOptions, NotificationSubscription, Retry, Source, type SourceChoice, type SourceTool,
  SyncOption, SyncPolicy,
} from 'cdk8s-argo';
import * as fc from 'fast-check';
import { WORKLOADS } from './argo-cd-workloads';
import { artifact, charts, destinationIn, type Part, registry, type World } from './argo-cd-world';

/** Where manifests come from, for an Application under an id. */
type MakeSource = (world: World, id: string, namespace: string) => SourceChoice;

const HELM = fc.record({
  releaseName: fc.constantFrom('cache', 'web'),
  values: fc.constantFrom<object>({ replicas: 2 }, { image: { tag: '1.4.0' }, hosts: ['cache.example.com'] }, { probe: null }),
  valueFiles: fc.constantFrom<readonly string[]>(['values.yaml', 'values-production.yaml'], ['https://values.example.com/web.yaml']),
  ignoreMissingValueFiles: fc.boolean(),
  parameters: fc.constantFrom<Readonly<Record<string, string | number | boolean>>>({ 'image.tag': '20260401' }, { replicas: 3, debug: true, zone: 'eu' }),
  version: fc.constantFrom('v3' as const, 'v4' as const),
  kubeVersion: fc.constantFrom('1.36.0', '1.35'),
  apiVersions: fc.constant(['monitoring.coreos.com/v1']),
  skipCrds: fc.boolean(), skipTests: fc.boolean(), passCredentials: fc.boolean(),
}, { requiredKeys: [] });

const KUSTOMIZE = fc.record({
  namePrefix: fc.constantFrom('team-', 'a-'), nameSuffix: fc.constant('-v2'), namespace: fc.constant('team-search'),
  images: fc.constantFrom<KustomizeOptions['images'] & object>(
    { search: { name: 'registry.example.com/search', tag: '5.1.2' } },
    { 'registry.example.com:5000/web': { digest: `sha256:${'0a'.repeat(32)}` as const } },
    { search: { name: 'registry.example.com/other' } },
  ),
  replicas: fc.constantFrom({ search: 4 }, { search: 0 }),
  components: fc.constant(['components/tracing']),
  patches: fc.constant([{ target: { kind: 'Deployment', name: 'search' }, patch: [{ op: 'replace' as const, path: '/spec/revisionHistoryLimit', value: 3 }] }]),
  commonLabels: fc.constant({ team: 'search' }), labelWithoutSelector: fc.boolean(),
  commonAnnotations: fc.constant({ 'example.com/app': '${ARGOCD_APP_NAME}' }), commonAnnotationsEnvsubst: fc.constant(true),
  kubeVersion: fc.constant('1.36.0'),
}, { requiredKeys: [] });

const DIRECTORY = fc.record({
  recurse: fc.boolean(), include: fc.constantFrom('*.yaml', ['*.yaml', '*.jsonnet']), exclude: fc.constantFrom('draft-*', '{a,b}/*.yaml'),
  jsonnet: fc.constant({ extVars: { environment: 'production', panels: { code: '4 * 3' } }, tlas: { size: 'small' }, libs: ['vendor'] }),
}, { requiredKeys: [] });

const PLUGIN = fc.record({
  name: fc.constant('cue-v1'), env: fc.constant({ ENVIRONMENT: 'production' }), parameters: fc.constant({ packages: ['base', 'pods'], size: 'small', map: { a: 'b' } }),
}, { requiredKeys: [] });

const TOOLS: fc.Arbitrary<SourceTool> = fc.oneof(
  HELM.map((helm) => ({ helm })), KUSTOMIZE.map((kustomize) => ({ kustomize })), DIRECTORY.map((directory) => ({ directory })),
  PLUGIN.map((plugin) => ({ plugin })), fc.constant({}),
);

const path = fc.constantFrom('apps/web/overlays/production', 'search/overlays/production', 'a/b/c');

const chartSource: fc.Arbitrary<MakeSource> = WORKLOADS.map((workload) => ({ app, written }, id, namespace) => {
  const chart = new ArgoChart(app, `${id}-objects`, { namespace });
  workload(chart);
  return { source: Source.chart(chart, written) };
});

const SOURCES: ReadonlyArray<fc.Arbitrary<MakeSource>> = [
  chartSource,
  fc.record({ path, tool: TOOLS, range: fc.boolean() }).map(({ path: folder, tool, range }) => ({ byHand }) => ({
    source: Source.git({ repository: byHand, path: folder, ...(range && { revision: '2.x', tagPrefix: 'web-' }), ...tool }),
  })),
  fc.record({ helm: fc.option(HELM, { nil: undefined }), version: fc.constantFrom('1.16.2', '4.2.x', '>=1.16.0 <2.0.0', '*') }).map(({ helm, version }) => () => ({
    source: Source.helmChart({ repository: charts, chart: 'cache', version, helm }),
  })),
  HELM.map((helm) => () => ({ source: Source.helmChart({ repository: registry, chart: 'web', version: '1.0.0', helm }) })),
  fc.record({ path: fc.constantFrom('.', 'status'), tool: TOOLS, revision: fc.constantFrom('1.x', '1.4.0', `sha256:${'0'.repeat(64)}`) }).map((oci) => () => ({
    source: Source.oci({ repository: artifact, path: oci.path, revision: oci.revision, ...oci.tool }),
  })),
  fc.record({ helm: HELM, file: fc.constantFrom('web/values.yaml', 'values/production.yaml'), second: fc.boolean() }).map(({ helm, file, second }) => ({ byHand }) => {
    const values = Source.ref('values', byHand);
    const more = second ? [Source.git({ repository: byHand, path: 'extras', name: 'extras' })] : [];
    return { sources: [
      Source.helmChart({ repository: charts, chart: 'cert-manager', version: '1.16.2', name: 'chart', helm: { ...helm, valueFiles: [values.file(file)] } }), values, ...more,
    ] as const };
  }),
  fc.record({ path, tool: TOOLS, next: fc.boolean() }).map(({ path: folder, tool, next }) => ({ byHand }, id) => ({
    sourceHydrator: {
      drySource: { repository: byHand, path: folder, ...tool },
      syncSource: { targetBranch: 'environments/production', path: `rendered/${id}` },
      hydrateTo: next ? { targetBranch: 'environments/production-next' } : undefined,
    },
  })),
];

const RETRIES = fc.oneof(
  fc.constantFrom(Retry.never(), Retry.unlimited(), Retry.times(5)),
  fc.record({
    limit: fc.integer({ min: 1, max: 20 }), refresh: fc.boolean(), factor: fc.integer({ min: 1, max: 4 }), max: fc.constantFrom('3m' as const, '1h' as const),
  })
    .map(({ limit, refresh, factor, max }) => Retry.times(limit, { refresh, backoff: { duration: '10s', factor, maxDuration: max } })),
);

/** One option of each of these, at most. */
const OPTIONS: fc.Arbitrary<SyncOption[]> = fc.tuple(
  fc.constantFrom([], [SyncOption.serverSideApply()], [SyncOption.serverSideApply(), SyncOption.noClientSideApplyMigration()]),
  fc.constantFrom([], [SyncOption.neverPrune()], [SyncOption.confirmPrune()]),
  fc.constantFrom([], [SyncOption.neverDelete()], [SyncOption.confirmDelete()]),
  fc.subarray([SyncOption.applyOutOfSyncOnly(), SyncOption.failOnSharedResource(),
    SyncOption.skipDryRunOnMissingResource(), SyncOption.skipValidation()]),
  fc.constantFrom([], ...(['foreground', 'background', 'orphan'] as const).map((policy) => [SyncOption.prunePropagationPolicy(policy)])),
).map((all) => all.flat());

/** Any policy that is right. */
export const POLICIES: fc.Arbitrary<SyncPolicy> = fc.record({
  automated: fc.boolean(), prune: fc.boolean(), selfHeal: fc.boolean(), allowEmpty: fc.boolean(),
  enabled: fc.constantFrom(true, true, false),
  retry: fc.option(RETRIES, { nil: undefined }), syncOptions: OPTIONS,
  namespace: fc.constantFrom('none', 'made', 'labelled'),
}).map(({ automated, allowEmpty, namespace, syncOptions, retry, ...rest }) => {
  const labelled = namespace === 'labelled' ? [SyncOption.createNamespace({ labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } })] : [];
  const options: AutomatedSyncOptions = {
    ...rest, allowEmpty: allowEmpty && rest.prune, retry,
    createNamespace: namespace === 'made', syncOptions: [...syncOptions, ...labelled],
  };
  return automated ? SyncPolicy.automated(options) : SyncPolicy.manual({
    retry, createNamespace: options.createNamespace, syncOptions: options.syncOptions,
  });
});

/** Differences that only people know about. */
const IGNORED: fc.Arbitrary<IgnoredDifference[]> = fc.subarray<IgnoredDifference>([
  { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
  { group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration', jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'] },
  { kind: 'Service', name: 'web', managedFieldsManagers: ['kube-controller-manager'] },
]);

const REST: fc.Arbitrary<Omit<ApplicationOptions, 'destination' | 'syncPolicy' | 'project'>> = fc.record({
  info: fc.constant({ owner: 'team-search', runbook: 'https://runbooks.example.com/search' }),
  revisionHistoryLimit: fc.integer({ min: 0, max: 20 }),
  cascadeDeletion: fc.constantFrom(true, 'background' as const, 'foreground' as const),
  manifestGeneratePaths: fc.constant(['.', '/search/base']),
  skipReconcile: fc.boolean(),
  compareOptions: fc.constantFrom({ serverSideDiff: true }, { serverSideDiff: true, includeMutationWebhook: true },
    { serverSideDiff: false }),
  managedByUrl: fc.constant('https://argocd.example.com'),
  links: fc.constant({ dashboard: 'https://grafana.example.com/d/web' }),
  notice: fc.constantFrom({ content: 'moves in May', severity: 'warning' as const, url: 'https://wiki.example.com/move' }, { content: 'x' }),
  notifications: fc.constant([NotificationSubscription.onApplication('on-sync-failed').slack('releases')]),
}, { requiredKeys: [] });

/** Any Application that is right. */
export const APPLICATIONS: fc.Arbitrary<Part> = fc.record({
  source: fc.oneof(...SOURCES.map((arbitrary, i) => ({ arbitrary, weight: i === 0 ? 4 : 1 }))),
  policy: fc.option(POLICIES, { nil: undefined }), rest: REST, ignored: IGNORED,
  cluster: fc.nat(20), by: fc.constantFrom('name' as const, 'server' as const, 'in-cluster' as const),
}).map(({ source, policy, rest, ignored, cluster, by }) => (world, id) => {
  const namespace = `team-${id}`;
  const destination = destinationIn(world, cluster, by, namespace);
  const choice = source(world, id, namespace);
  new Application(world.argocd, id, {
    ...rest, ...choice, destination, project: world.project, syncPolicy: policy,
    ignoreDifferences: choice.source?.chart ? undefined : ignored,
  });
});
