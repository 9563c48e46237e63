import type { JsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { ManifestSet } from '../../src/manifests/manifest-set';
import { ignored, ignoredIn } from './ignored';

function rollout(trafficRouting: JsonObject, name = 'web'): Manifest {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name, namespace: 'shop' }, spec: { strategy: { canary: { trafficRouting } } } };
}

function object(apiVersion: string, kind: string, name: string, spec: JsonObject = {}): Manifest {
  return { apiVersion, kind, metadata: { name, namespace: 'shop' }, spec };
}

function grpcRoute(name: string, metadata: JsonObject): Manifest {
  return { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'GRPCRoute', metadata: { name, ...metadata } };
}

const HTTP_WEIGHTS = '.spec.rules[]?.backendRefs[]?.weight';

describe('deriveIgnoreDifferences', () => {
  test.each(['traefik.io', 'traefik.containo.us'])('ignores the weights of a TraefikService of %s', (group) => {
    const manifests = [rollout({ traefik: { weightedTraefikServiceName: 'web' } }), object(`${group}/v1alpha1`, 'TraefikService', 'web')];
    expect(ignored(manifests)).toEqual([
      { group, kind: 'TraefikService', name: 'web', namespace: 'shop', jqPathExpressions: ['.spec.weighted.services[]?.weight'] },
    ]);
  });

  test('ignores the weights of an ApisixRoute', () => {
    expect(ignored([rollout({ apisix: { route: { name: 'web' } } })])).toEqual([
      { group: 'apisix.apache.org', kind: 'ApisixRoute', name: 'web', namespace: 'shop', jqPathExpressions: ['.spec.http[]?.backends[]?.weight'] },
    ]);
  });

  test('ignores the weights of the VirtualRouter behind a VirtualService, and the hashes of the VirtualNodes', () => {
    const entries = ignored([
      rollout({ appMesh: {
        virtualService: { name: 'web' },
        virtualNodeGroup: { stableVirtualNodeRef: { name: 'web-stable' }, canaryVirtualNodeRef: { name: 'web-canary' } },
      } }),
      object('networking.istio.io/v1', 'VirtualService', 'web', { provider: { virtualRouter: { virtualRouterRef: { name: 'of-istio' } } } }),
      object('appmesh.k8s.aws/v1beta2', 'VirtualService', 'web', { provider: { virtualRouter: { virtualRouterRef: { name: 'web-router' } } } }),
    ]);
    expect(entries.map(({ kind, name }) => `${kind}/${name}`)).toEqual(['VirtualRouter/web-router', 'VirtualNode/web-stable', 'VirtualNode/web-canary']);
    expect(entries[0]!.jqPathExpressions).toContain('.spec.routes[]?.httpRoute.action.weightedTargets[]?.weight');
    expect(entries[1]!.jqPathExpressions).toEqual(['.spec.podSelector.matchLabels."rollouts-pod-template-hash"']);
  });

  test('ignores weights of routes that are named or selected, and header rules where the plugin adds them', () => {
    const entries = ignored([
      rollout({
        managedRoutes: [{ name: 'beta.users' }],
        plugins: { 'argoproj-labs/gatewayAPI': {
          namespace: 'edge',
          httpRoutes: [{ name: 'web', useHeaderRoutes: true }, { name: 'preview' }],
          grpcRouteSelector: { matchLabels: { app: 'web' } },
        } },
      }),
      grpcRoute('web', { namespace: 'edge', labels: { app: 'web' } }),
      grpcRoute('search', { namespace: 'edge', labels: { app: 'search' } }),
      grpcRoute('of-another-namespace', { namespace: 'shop', labels: { app: 'web' } }),
    ]);
    expect(entries).toEqual([
      {
        group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: 'web', namespace: 'edge',
        jqPathExpressions: [HTTP_WEIGHTS, '.spec.rules[]? | select(.name != null and (.name | test("^beta\\\\.users(-[0-9]+)?$")))'],
      },
      { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: 'preview', namespace: 'edge', jqPathExpressions: [HTTP_WEIGHTS] },
      { group: 'gateway.networking.k8s.io', kind: 'GRPCRoute', name: 'web', namespace: 'edge', jqPathExpressions: [HTTP_WEIGHTS] },
    ]);
  });

  test('ignores the backends that experiments add to an HTTPRoute, and to no other kind', () => {
    const trafficRouting = { plugins: { 'argoproj-labs/gatewayAPI': { httpRoute: 'web', grpcRoute: 'web' } } };
    const steps = [{ experiment: { templates: [
      { name: 'next', weight: 5 }, { name: 'base', weight: 5, service: { name: 'web-base' } }, { name: 'quiet' },
    ] } }];
    const routed: Manifest = { ...rollout({}), spec: { strategy: { canary: { trafficRouting, steps } } } };
    const [http, grpc] = ignored([routed]);
    expect(http!.jqPathExpressions).toEqual([
      HTTP_WEIGHTS,
      '.spec.rules[]?.backendRefs[]? | select(.name | test("^web-[a-z0-9]+-[0-9]+-[0-9]+-next(-|$)"))',
      '.spec.rules[]?.backendRefs[]? | select(.name | . == "web-base")',
    ]);
    expect(grpc!.jqPathExpressions).toEqual([HTTP_WEIGHTS]);
    const renamed = new ManifestSet();
    renamed.add({ id: 'web', namespace: 'shop', destination: { cluster: '' }, affixes: { prefix: 'blue-', suffix: '' } }, routed);
    expect(JSON.stringify(ignoredIn(renamed).get('web'))).toContain('^blue-web-[a-z0-9]+');
  });

  test('puts together what two rollouts behind one route need', () => {
    const behind = (managed: string, name: string) => rollout({
      managedRoutes: [{ name: managed }], plugins: { 'argoproj-labs/gatewayAPI': { httpRoute: 'edge' } },
    }, name);
    const [entry, ...others] = ignored([behind('web-beta', 'web'), behind('search-beta', 'search')]);
    expect(others).toEqual([]);
    expect(entry!.jqPathExpressions!.map((expression) => /\^([\w-]+)\(/.exec(expression)?.[1])).toEqual([undefined, 'web-beta', 'search-beta']);
  });

  test('needs nothing where the controller makes objects of its own', () => {
    expect(ignored([rollout({ smi: {}, ambassador: { mappings: ['web'] } })])).toEqual([]);
  });
});
