import type { JsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { validate } from '../../src/validation/engine';
import { DEFAULT_TARGETS } from '../../src/validation/targets';

const url = 'https://git.example.com/org/manifests.git';
const WEIGHTS = '.spec.http[]?.route[]?.weight';

function application(name: string, spec: JsonObject = {}, path = 'dist/shop'): Manifest {
  return {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: { name, namespace: 'argocd' },
    spec: {
      project: 'default', source: { repoURL: url, targetRevision: 'main', path }, destination: { name: 'in-cluster', namespace: 'shop' },
      syncPolicy: { automated: { selfHeal: true } }, ...spec,
    },
  };
}

/** Heals itself, and leaves alone what is in sync. */
const keeping: JsonObject = { syncPolicy: { automated: { selfHeal: true }, syncOptions: ['ApplyOutOfSyncOnly=true'] } };

const blueGreen: Manifest = {
  apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec: { strategy: { blueGreen: { activeService: 'web' } } },
};
const service = (metadata: JsonObject = {}): Manifest => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', ...metadata }, spec: {} });
const byIstio: Manifest = {
  apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' },
  spec: { strategy: { canary: { trafficRouting: { istio: { virtualService: { name: 'routes.edge' } } } } } },
};
const routes: Manifest = { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'routes', namespace: 'edge' }, spec: {} };

/** What these rules say about Applications of a folder, beside objects of the folders shop and edge. */
function found(applications: readonly Manifest[], shop: readonly Manifest[], edge: readonly Manifest[] = [], folder = 'root'): string[] {
  const set = new ManifestSet();
  set.addRepository({ url, root: 'dist' });
  const add = (id: string, namespace: string, objects: readonly Manifest[]): void =>
    objects.forEach((object) => { set.add({ id, namespace, destination: { cluster: '' } }, object); });
  add('shop', 'shop', shop);
  add('edge', 'edge', edge);
  add(folder, 'argocd', applications);
  return validate(set, { targets: DEFAULT_TARGETS }).findings
    .filter(({ rule }) => /^(ownership|apps\/(contains|shared|namespace-known|ignored-path))/.test(rule))
    .map(({ rule, entry, pointer, message }) => `${rule} ${entry?.id.name} ${pointer}: ${message}`).sort();
}

describe('fields that controllers write, in folders that are written here', () => {
  test('are missed by the Application that delivers the object, not by that of the Rollout', () => {
    const edge = application('edge', {}, 'dist/edge');
    expect(found([application('shop'), edge], [byIstio], [routes])).toEqual([
      'ownership/controller-fields-ignored edge /spec: Argo Rollouts writes into VirtualService/routes, and nothing of it is ignored: '
      + 'every setWeight step writes the weights of the routes',
    ]);
  });

  test.each<[string, JsonObject]>([
    ['the object is meant by name', { ignoreDifferences: [{ group: 'networking.istio.io', kind: 'VirtualService', name: 'routes', jqPathExpressions: [WEIGHTS] }] }],
    ['the kind is meant by a glob', { ignoreDifferences: [{ group: '*.istio.io', kind: 'Virtual*', jqPathExpressions: [WEIGHTS] }] }],
    ['nothing heals itself', { syncPolicy: { automated: {} } }],
    ['the policy is switched off', { syncPolicy: { automated: { selfHeal: true, enabled: false } } }],
  ])('are not missed when %s', (_, spec) => {
    expect(found([application('edge', { ...keeping, ...spec }, 'dist/edge')], [byIstio], [routes])).toEqual([]);
  });

  test('of a repository of somebody else nobody knows', () => {
    const source = { repoURL: 'https://git.example.com/org/other.git', targetRevision: 'main', path: 'dist/edge' };
    expect(found([application('edge', { source })], [byIstio], [routes])).toEqual([]);
  });
});

describe('an entry for a kind that the folder does not have', () => {
  const entry = { group: 'apps', kind: 'StatefulSet', jsonPointers: ['/spec/replicas'] };

  test('does nothing', () => {
    expect(found([application('shop', { ignoreDifferences: [entry] })], [service()])).toEqual([
      'ownership/ignored-kind-delivered shop /spec/ignoreDifferences/0/kind: nothing that the Application delivers is a StatefulSet of apps',
    ]);
  });

  test('may do something when there are other sources, or the kind is a pattern', () => {
    const sources = [{ repoURL: url, path: 'dist/shop' }, { repoURL: 'https://charts.example.com', chart: 'db', targetRevision: '1.0.0' }];
    expect(found([application('shop', { source: undefined, sources, ignoreDifferences: [entry] })], [service()])).toEqual([]);
    expect(found([application('shop', { ignoreDifferences: [{ ...entry, kind: '*Set' }] })], [service()])).toEqual([]);
  });
});

describe('a server-side apply of a rollout\'s Services', () => {
  const serverSide = (...more: string[]): JsonObject => ({ syncPolicy: { syncOptions: ['ServerSideApply=true', ...more] } });
  const ignoreDifferences = [{ kind: 'Service', jsonPointers: ['/spec/selector/rollouts-pod-template-hash'] }];

  test('needs the entry and the option', () => {
    for (const spec of [serverSide(), { ...serverSide(), ignoreDifferences }, serverSide('RespectIgnoreDifferences=true')]) {
      expect(found([application('shop', spec)], [blueGreen, service()])).toEqual([expect.stringContaining('ownership/server-side-services shop')]);
    }
    expect(found([application('shop', { ...serverSide('RespectIgnoreDifferences=true'), ignoreDifferences })], [blueGreen, service()])).toEqual([]);
  });

  test('can leave the Services out', () => {
    const annotations = { 'argocd.argoproj.io/sync-options': 'Prune=false, ServerSideApply=false' };
    expect(found([application('shop', serverSide())], [blueGreen, service({ annotations })])).toEqual([]);
  });
});

test('lists of built-in kinds are merged item by item, so they may be kept', () => {
  const ignoreDifferences = [{ group: 'apps', kind: 'Deployment', jqPathExpressions: ['.spec.template.spec.containers[]?.image'] }];
  const deployment: Manifest = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } };
  expect(found([application('shop', { syncPolicy: { syncOptions: ['RespectIgnoreDifferences=true'] }, ignoreDifferences })], [deployment])).toEqual([]);
});

describe('who delivers what', () => {
  test('one folder by two Applications is said once, on the second', () => {
    expect(found([application('one'), application('two')], [service()])).toEqual([
      expect.stringMatching(/^apps\/shared-object two \/spec\/source: Service\/shop\/web is delivered to the same cluster by the Application one too/),
    ]);
    expect(found([application('one'), application('two', { destination: { name: 'in-cluster', namespace: 'other' } })], [service()])).toEqual([]);
    expect(found([application('one'), application('two', { destination: { name: 'eu', namespace: 'shop' } })], [service()])).toEqual([]);
  });

  test('an Application in its own folder', () => {
    expect(found([application('root', {}, 'dist/root')], [], [], 'root')).toEqual([expect.stringContaining('apps/contains-itself root /spec/source/path')]);
  });

  test('objects without a namespace for an Application without one', () => {
    const destination = { name: 'in-cluster' };
    expect(found([application('shop', { destination })], [service()])).toEqual([expect.stringContaining('apps/namespace-known shop /spec/destination')]);
    expect(found([application('shop', { destination })], [service({ namespace: 'shop' })])).toEqual([]);
  });
});
