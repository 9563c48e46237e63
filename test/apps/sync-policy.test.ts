import { Duration } from 'cdk8s';
import { ArgoChart } from '../../src/app/argo-chart';
import { Application, type ApplicationOptions } from '../../src/apps/application';
import { Destination } from '../../src/apps/destination';
import { Retry } from '../../src/apps/retry';
import { Source } from '../../src/apps/source';
import { SyncOption } from '../../src/apps/sync-option';
import { SyncPolicy } from '../../src/apps/sync-policy';
import { Repository } from '../../src/fleet/repository';
import { plainApp } from '../plain-app';
import { theObject } from '../shop';

const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main' });

function application(options: Partial<ApplicationOptions>) {
  const argocd = new ArgoChart(plainApp(), 'argocd', { namespace: 'argocd' });
  new Application(argocd, 'Web', { source: Source.git({ repository, path: 'web' }), destination: Destination.inCluster('shop'), ...options });
  return theObject(argocd.toJson(), 'Application');
}

function policyOf(syncPolicy: SyncPolicy): unknown {
  return (application({ syncPolicy }).spec as { syncPolicy?: unknown }).syncPolicy;
}

describe('SyncPolicy', () => {
  test('says what differs from what Argo CD does anyway, and no more', () => {
    expect(policyOf(SyncPolicy.automated({ selfHeal: false }))).toEqual({ automated: {} });
    expect(policyOf(SyncPolicy.manual())).toBeUndefined();
    expect(policyOf(SyncPolicy.automated({ prune: true, allowEmpty: true, enabled: false }))).toEqual({
      automated: { prune: true, selfHeal: true, allowEmpty: true, enabled: false }, syncOptions: ['PruneLast=true'],
    });
  });

  test('renders every option as Argo CD reads it, each once', () => {
    expect(policyOf(SyncPolicy.automated({ prune: true, createNamespace: true, syncOptions: [
      SyncOption.createNamespace({ labels: { 'istio-injection': 'enabled' }, annotations: { owner: 'web' } }),
      SyncOption.serverSideApply(), SyncOption.noClientSideApplyMigration(), SyncOption.applyOutOfSyncOnly(),
      SyncOption.respectIgnoreDifferences(),
      SyncOption.pruneLast(), SyncOption.prunePropagationPolicy('background'), SyncOption.confirmPrune(), SyncOption.confirmDelete(),
      SyncOption.failOnSharedResource(), SyncOption.skipDryRunOnMissingResource(), SyncOption.skipValidation(),
      SyncOption.replaceEverythingInsteadOfApply(),
    ] }))).toEqual({
      automated: { prune: true, selfHeal: true },
      managedNamespaceMetadata: { labels: { 'istio-injection': 'enabled' }, annotations: { owner: 'web' } },
      syncOptions: [
        'CreateNamespace=true', 'ServerSideApply=true', 'ClientSideApplyMigration=false', 'ApplyOutOfSyncOnly=true', 'RespectIgnoreDifferences=true',
        'PruneLast=true', 'PrunePropagationPolicy=background', 'Prune=confirm', 'Delete=confirm', 'FailOnSharedResource=true',
        'SkipDryRunOnMissingResource=true', 'Validate=false', 'Replace=true',
      ],
    });
    expect(policyOf(SyncPolicy.manual({ syncOptions: [SyncOption.neverPrune(), SyncOption.neverDelete()] })))
      .toEqual({ syncOptions: ['Prune=false', 'Delete=false'] });
  });

  test('refuses what contradicts itself', () => {
    expect(() => SyncPolicy.manual({ syncOptions: [SyncOption.neverPrune(), SyncOption.confirmPrune()] }))
      .toThrow('the sync options say both Prune=false and Prune=confirm. keep one of the two');
    expect(() => SyncPolicy.automated({ allowEmpty: true })).toThrow('nothing is pruned. pass prune: true');
  });
});

describe('Retry', () => {
  test.each<[string, Retry, object]>([
    ['a number of times', Retry.times(5), { limit: 5 }],
    ['with waits of its own', Retry.times(3, { backoff: { duration: '10s', factor: 3, maxDuration: Duration.minutes(10) }, refresh: true }),
      { limit: 3, backoff: { duration: '10s', factor: 3, maxDuration: '10m' }, refresh: true }],
    ['without end', Retry.unlimited(), { limit: -1 }],
    ['never', Retry.never(), { limit: 0 }],
  ])('always says how often: %s', (_, retry, expected) => {
    expect(policyOf(SyncPolicy.manual({ retry }))).toEqual({ retry: expected });
  });

  test('refuses numbers that mean something else', () => {
    expect(() => Retry.times(0)).toThrow('a sync cannot be tried again 0 times. give a whole number from 1, or write Retry.never()');
    expect(() => Retry.times(5, { backoff: { factor: 0 } })).toThrow('the factor of the backoff is 0');
  });
});

describe('what an Application says beside its spec', () => {
  test('stands in the annotations that Argo CD reads, where the user\'s own win', () => {
    expect(application({
      manifestGeneratePaths: ['.', '/charts/base'], skipReconcile: true, compareOptions: { serverSideDiff: true, includeMutationWebhook: true },
      managedByUrl: 'https://argocd.example.com', links: { dashboard: 'https://grafana.example.com/d/web' },
      notice: { content: 'moves to the new cluster', severity: 'warning' },
      metadata: { annotations: { 'argocd.argoproj.io/skip-reconcile': 'false' } },
    }).metadata.annotations).toEqual({
      'argocd.argoproj.io/manifest-generate-paths': '.;/charts/base',
      'argocd.argoproj.io/skip-reconcile': 'false',
      'argocd.argoproj.io/compare-options': 'ServerSideDiff=true,IncludeMutationWebhook=true',
      'argocd.argoproj.io/managed-by-url': 'https://argocd.example.com',
      'link.argocd.argoproj.io/dashboard': 'https://grafana.example.com/d/web',
      'notice.argocd.argoproj.io/content': 'moves to the new cluster',
      'notice.argocd.argoproj.io/severity': 'warning',
    });
    expect(application({ skipReconcile: false, compareOptions: {} }).metadata).not.toHaveProperty('annotations');
    expect(() => application({ managedByUrl: 'argocd.example.com' })).toThrow('give the address of an Argo CD, such as https://argocd.example.com');
  });

  test('is who it belongs to, what people read of it, and what its deletion takes along', () => {
    const { metadata, spec } = application({
      project: { name: 'shop' }, info: { owner: 'team-web' }, revisionHistoryLimit: 3, cascadeDeletion: 'background', metadata: { finalizers: ['example.com/keep'] },
    });
    expect(spec).toMatchObject({ project: 'shop', info: [{ name: 'owner', value: 'team-web' }], revisionHistoryLimit: 3 });
    expect(metadata).toMatchObject({ finalizers: ['resources-finalizer.argocd.argoproj.io/background', 'example.com/keep'] });
    expect(application({ cascadeDeletion: false }).metadata).not.toHaveProperty('finalizers');
  });

  test('is a cluster by its name or by its address', () => {
    expect(application({ destination: Destination.cluster({ name: 'production-eu' }, 'shop') }).spec)
      .toMatchObject({ destination: { name: 'production-eu', namespace: 'shop' } });
    expect(() => Destination.cluster('https://eu.example.com')).toThrow('is a URL and no name. use Destination.server("https://eu.example.com")');
  });
});

test.each([
  [{ labels: { 'a b': 'c' } }, 'the label "a b": "c" of the namespace'],
  [{ labels: { team: 'c d' } }, 'the label "team": "c d" of the namespace'],
  [{ annotations: { 'the owner': 'web' } }, 'the annotation "the owner": "web" of the namespace'],
])('a namespace does not get %j', (namespace, message) => {
  expect(() => SyncOption.createNamespace(namespace)).toThrow(message);
});
