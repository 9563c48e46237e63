import type { JsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { canary, healing, ownershipOf, routes, said, url, WEIGHTS } from './delivered';

const shop = [canary, routes];
const KEEPING = 'ApplyOutOfSyncOnly=true';

const application = (spec: JsonObject, objects: readonly Manifest[] = shop, config: readonly Manifest[] = []): string[] =>
  said('Application', spec, objects, config);

describe('an entry for something else of the object', () => {
  test('ignores nothing of what the controller writes', () => {
    const ignoreDifferences = [{ ...WEIGHTS, jqPathExpressions: ['.spec.hosts'] }];
    expect(application(healing({ ignoreDifferences }, KEEPING))).toEqual([
      'ownership/controller-fields-ignored /spec/ignoreDifferences/0: Argo Rollouts writes into VirtualService/web, and the entries for it ignore other '
      + 'fields: every setWeight step writes the weights of the routes',
    ]);
  });

  test('does no harm beside the right one', () => {
    const ignoreDifferences = [{ ...WEIGHTS, jqPathExpressions: ['.spec.hosts'] }, WEIGHTS];
    expect(application(healing({ ignoreDifferences }, KEEPING))).toEqual([]);
  });

  test('is enough where argocd-cm ignores it for every Application', () => {
    const config = (key: string, text: string): Manifest => ({
      apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-cm', namespace: 'argocd', labels: { 'app.kubernetes.io/part-of': 'argocd' } },
      data: { [`resource.customizations.ignoreDifferences.${key}`]: text },
    });
    const weights = 'jqPathExpressions:\n- .spec.http[]?.route[]?.weight\n';
    expect(application(healing(), shop, [config('networking.istio.io_VirtualService', weights)])).toEqual([]);
    expect(application(healing(), shop, [config('all', weights)])).toEqual([]);
    expect(application(healing(), shop, [config('all', 'jsonPointers:\n- /spec/replicas\n')])).toHaveLength(1);
    expect(application(healing(), shop, [config('argoproj.io_Rollout', weights)])).toHaveLength(1);
  });
});

test('header routes are ignored by an entry of their own', () => {
  const trafficRouting = { istio: { virtualService: { name: 'web' } }, managedRoutes: [{ name: 'testers' }] };
  const rollout: Manifest = { ...canary, spec: { strategy: { canary: { trafficRouting } } } };
  const [finding, ...more] = ownershipOf('Application', healing({ ignoreDifferences: [WEIGHTS] }, KEEPING), [rollout, routes]);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ expected: '.spec.http[]? | select(.name == "testers")', fix: expect.stringContaining('add the paths to jqPathExpressions') as string });
});

describe('what is ignored is reset by each sync', () => {
  const ignoreDifferences = [WEIGHTS];

  test('unless only what differs is applied', () => {
    expect(application(healing({ ignoreDifferences }))).toEqual([
      'ownership/ignored-fields-kept /spec/ignoreDifferences/0: each sync applies VirtualService/web whether it differs or not, and sets back the ignored '
      + 'fields that Argo Rollouts writes',
    ]);
    expect(application(healing({ ignoreDifferences }, KEEPING))).toEqual([]);
  });

  test('be it started by a person or not, and whatever other options there are', () => {
    expect(application(healing({ ignoreDifferences, syncPolicy: { syncOptions: ['PruneLast=true'] } }))).toEqual([
      expect.stringMatching(/^ownership\/ignored-fields-kept \/spec\/syncPolicy\/syncOptions: /),
    ]);
  });

  test('and where it is in no list, it can be kept when the object is applied', () => {
    const scaled = (replicas?: number): Manifest[] => [
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { ...(replicas && { replicas }) } },
      {
        apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 'web' },
        spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
      },
    ];
    const spec = healing({ ignoreDifferences: [{ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] }] });
    expect(ownershipOf('Application', spec, scaled(2))).toMatchObject([
      { expected: 'the sync options ApplyOutOfSyncOnly=true and RespectIgnoreDifferences=true' },
    ]);
    expect(application(spec, scaled())).toEqual([]);
  });

  test('but not a field that Git does not have', () => {
    const rollout: Manifest = {
      apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' },
      spec: { workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', scaleDown: 'onsuccess' } },
    };
    const deployment = (spec: JsonObject): Manifest => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec });
    const spec = healing({ ignoreDifferences: [{ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] }] });
    expect(application(spec, [rollout, deployment({})])).toEqual([]);
    expect(application(spec, [rollout, deployment({ replicas: 2 })])).toHaveLength(1);
  });
});

test('what is hydrated is looked at as it is written', () => {
  const sourceHydrator = { drySource: { repoURL: url, targetRevision: 'main', path: 'dist/shop' }, syncSource: { targetBranch: 'env/prod', path: 'shop' } };
  expect(application(healing({ source: undefined, sourceHydrator }))).toEqual([
    expect.stringContaining('ownership/controller-fields-ignored /spec: Argo Rollouts writes into VirtualService/web, and nothing of it is ignored'),
  ]);
});

describe('Services that say themselves who merges them', () => {
  const blueGreen: Manifest = {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec: { strategy: { blueGreen: { activeService: 'web' } } },
  };
  const service = (option: string): Manifest => ({
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', annotations: { 'argocd.argoproj.io/sync-options': `Prune=false,${option}` } }, spec: {},
  });
  const ignoreDifferences = [{ kind: 'Service', jsonPointers: ['/spec/selector/rollouts-pod-template-hash'] }];

  test('lose their hash by it, under an Application that merges itself', () => {
    expect(ownershipOf('Application', healing(), [blueGreen, service('ServerSideApply=true')])).toMatchObject([{
      rule: 'ownership/server-side-services', pointer: '/spec',
      message: 'every apply takes the hash out of the selector of Service/web, which Argo Rollouts has put there',
      received: 'argocd.argoproj.io/sync-options: ServerSideApply=true on the Services',
    }]);
    expect(application(healing({ ignoreDifferences }, 'RespectIgnoreDifferences=true'), [blueGreen, service('ServerSideApply=true')])).toEqual([]);
  });

  test('are told what is missing, and that alone', () => {
    expect(ownershipOf('Application', healing({ ignoreDifferences }, 'ServerSideApply=true'), [blueGreen, service('Prune=false')])).toMatchObject([
      { expected: 'RespectIgnoreDifferences=true', fix: expect.stringMatching(/^add it; /) as string },
    ]);
    const other = [{ kind: 'Service', jsonPointers: ['/spec/clusterIP'] }];
    expect(ownershipOf('Application', healing({ ignoreDifferences: other }, 'ServerSideApply=true', 'RespectIgnoreDifferences=true'), [blueGreen, service('Prune=false')]))
      .toMatchObject([{ expected: 'an entry of ignoreDifferences for /spec/selector/rollouts-pod-template-hash' }]);
  });

  test('keep it under an Application that lets the server merge', () => {
    expect(application(healing({}, 'ServerSideApply=true'), [blueGreen, service('ServerSideApply=false')])).toEqual([]);
  });
});
