import type { JsonObject } from '../../src/manifests/json';
import type { Manifest } from '../../src/manifests/manifest';
import { ignored } from './ignored';

function rollout(trafficRouting: JsonObject): Manifest {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web', namespace: 'shop' }, spec: { strategy: { canary: { trafficRouting } } } };
}

describe('deriveIgnoreDifferences', () => {
  test('ignores weights, managed routes and subset hashes of what the rollout names', () => {
    const entries = ignored([rollout({
      managedRoutes: [{ name: 'beta users' }],
      istio: { virtualServices: [{ name: 'web.edge' }], destinationRule: { name: 'web', canarySubsetName: 'canary', stableSubsetName: 'stable' } },
    })]);
    expect(entries).toEqual([
      {
        group: 'networking.istio.io', kind: 'VirtualService', name: 'web', namespace: 'edge',
        jqPathExpressions: [
          '.spec.http[]?.route[]?.weight', '.spec.tls[]?.route[]?.weight', '.spec.tcp[]?.route[]?.weight',
          '.spec.http[]? | select(.name == "beta users")',
        ],
      },
      {
        group: 'networking.istio.io', kind: 'DestinationRule', name: 'web', namespace: 'shop',
        jqPathExpressions: ['.spec.subsets[]?.labels."rollouts-pod-template-hash"'],
      },
    ]);
  });

  test('ignores one object once, however many rollouts name it', () => {
    const one = rollout({ istio: { virtualService: { name: 'web' } } });
    expect(ignored([one, { ...one, metadata: { ...one.metadata, name: 'other' } }])).toEqual(ignored([one]));
  });

  test('ignores what experiments add, when they get traffic', () => {
    const routing = { istio: {
      virtualService: { name: 'web', routes: ['primary'] },
      destinationRule: { name: 'web', canarySubsetName: 'canary', stableSubsetName: 'stable' },
    } };
    const withTemplate = (template: JsonObject): Manifest =>
      ({
        ...rollout(routing),
        spec: { strategy: { canary: { trafficRouting: routing, steps: [{ experiment: { templates: [template] } }] } } },
      });
    const [service, rule] = ignored([withTemplate({ name: 'baseline', weight: 5 })]);
    expect(service?.jqPathExpressions).toContain('.spec.http[]? | select(.name == "primary") | .route');
    expect(rule?.jqPathExpressions).toContain('.spec.subsets[]? | select(.name != "stable" and .name != "canary")');
    expect(ignored([withTemplate({ name: 'baseline' })])).toEqual(ignored([rollout(routing)]));
  });

  test('ignores the paths of header routes in the Ingresses of a load balancer, and nothing for weights', () => {
    const managedRoutes = [{ name: 'beta' }];
    expect(ignored([rollout({ managedRoutes, alb: { ingresses: ['public', 'partners'], servicePort: 80 } })])).toEqual(
      ['public', 'partners'].map((name) => ({
        group: 'networking.k8s.io', kind: 'Ingress', name, namespace: 'shop',
        jqPathExpressions: ['.spec.rules[]?.http.paths[]? | select(.backend.service.name == "beta")'],
      })),
    );
    expect(ignored([rollout({ alb: { ingress: 'web', servicePort: 80 } })])).toEqual([]);
  });

  test('ignores nothing for other kinds and routers', () => {
    expect(ignored([rollout({ nginx: { stableIngress: 'web' } }), { ...rollout({}), kind: 'Deployment' }])).toEqual([]);
  });

  test.each([['onsuccess', 1], ['progressively', 1], ['never', 0], [undefined, 0]])('the Deployment of a rollout that scales it down %s', (scaleDown, count) => {
    const { apiVersion, kind, metadata } = rollout({});
    const workloadRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', ...(scaleDown ? { scaleDown } : {}) };
    expect(ignored([{ apiVersion, kind, metadata, spec: { workloadRef } }])).toEqual(
      count ? [{ group: 'apps', kind: 'Deployment', name: 'web', namespace: 'shop', jqPathExpressions: ['.spec.replicas'] }] : [],
    );
  });
});
