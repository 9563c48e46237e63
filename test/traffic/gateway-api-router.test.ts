import type { JsonObject } from '../../src/manifests/json';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { type GatewayApiRouterProps, type GatewayRoutes } from '../../src/traffic/gateway-api/gateway-api-router';
import { GatewayRoute } from '../../src/traffic/gateway-api/gateway-route';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { specOf, theObject } from '../shop';
import { routedRollout } from './routed-rollout';

const parentRefs = [{ name: 'public', namespace: 'gateways' }] as const;
const BACKENDS = [
  { group: '', kind: 'Service', name: 'web-stable', port: 8080, weight: 100 },
  { group: '', kind: 'Service', name: 'web-canary', port: 8080, weight: 0 },
];
const TESTERS = [CanaryStep.setCanaryScale({ replicas: 1 }), CanaryStep.setHeaderRoute({ route: 'testers', match: [{ header: 'x-tester', exact: 'yes' }] })];

function routed(routes: GatewayRoutes, props: Omit<GatewayApiRouterProps, 'routes'> = {}, steps?: readonly CanaryStep[]) {
  const { canary, ...rest } = routedRollout(TrafficRouter.gatewayApi({ ...props, routes }), undefined, steps);
  const plugins = (canary.trafficRouting as JsonObject).plugins as JsonObject;
  return { ...rest, canary, config: plugins['argoproj-labs/gatewayAPI'] };
}

describe('TrafficRouter.gatewayApi', () => {
  test('splits an HTTPRoute, with everything that the API server would fill in', () => {
    const { manifests, config, canary, findings } = routed([GatewayRoute.http({ parentRefs, hostnames: ['web.example.com'] })]);
    expect(theObject(manifests, 'HTTPRoute').apiVersion).toBe('gateway.networking.k8s.io/v1');
    expect(specOf(manifests, 'HTTPRoute')).toEqual({
      parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'public', namespace: 'gateways' }],
      hostnames: ['web.example.com'],
      rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: BACKENDS }],
    });
    expect(config).toEqual({ httpRoutes: [{ name: 'web' }] });
    expect(canary).toMatchObject({ stableService: 'web-stable', canaryService: 'web-canary' });
    expect(findings).toEqual([]);
  });

  test('fills in what is left out of matches', () => {
    const { manifests } = routed([GatewayRoute.http({ parentRefs, rules: [{
      name: 'tenants',
      matches: [{ headers: [{ name: 'x-tenant', value: 'blue' }], queryParams: [{ name: 'v', value: '2' }] }],
    }] })]);
    expect(specOf(manifests, 'HTTPRoute')).toMatchObject({ rules: [{
      name: 'tenants',
      matches: [{
        path: { type: 'PathPrefix', value: '/' },
        headers: [{ name: 'x-tenant', type: 'Exact', value: 'blue' }],
        queryParams: [{ name: 'v', type: 'Exact', value: '2' }],
      }],
    }] });
  });

  test('lets a route of a mesh hang on a Service', () => {
    const { manifests } = routed([GatewayRoute.grpc({ parentRefs: [{ kind: 'Service', name: 'web', port: 80 }] })]);
    expect(specOf(manifests, 'GRPCRoute')).toMatchObject({ parentRefs: [{ group: '', kind: 'Service', name: 'web', port: 80 }] });
  });

  test('splits TCP and TLS routes in the version that the plugin reads', () => {
    const { manifests, config } = routed([GatewayRoute.tcp({ parentRefs }), GatewayRoute.tls({ parentRefs, hostnames: ['db.example.com'] })]);
    expect(theObject(manifests, 'TCPRoute')).toMatchObject({
      apiVersion: 'gateway.networking.k8s.io/v1alpha2', spec: { rules: [{ backendRefs: BACKENDS }] },
    });
    expect(theObject(manifests, 'TLSRoute')).toMatchObject({
      apiVersion: 'gateway.networking.k8s.io/v1alpha2', spec: { hostnames: ['db.example.com'], rules: [{ backendRefs: BACKENDS }] },
    });
    expect(config).toEqual({ tcpRoutes: [{ name: 'web' }], tlsRoutes: [{ name: 'web' }] });
  });

  test('adds header routes to the routes that take them, when a step sets one', () => {
    const { config, canary } = routed([
      GatewayRoute.http({ parentRefs }),
      GatewayRoute.http({ name: 'web-internal', parentRefs, headerRoutes: false }),
      GatewayRoute.grpc({ parentRefs }),
      GatewayRoute.tcp({ parentRefs }),
    ], {}, TESTERS);
    expect(canary).toMatchObject({ trafficRouting: { managedRoutes: [{ name: 'testers' }] } });
    expect(config).toEqual({
      httpRoutes: [{ name: 'web', useHeaderRoutes: true }, { name: 'web-internal' }],
      grpcRoutes: [{ name: 'web', useHeaderRoutes: true }],
      tcpRoutes: [{ name: 'web' }],
    });
  });

  test('binds to routes that exist, by name and by label, in their namespace', () => {
    const { manifests, config, findings } = routed(
      [GatewayRoute.fromName('HTTPRoute', 'edge'), GatewayRoute.fromLabels('GRPCRoute', { app: 'web' })],
      { namespace: 'gateways', inProgressLabel: { key: 'example.com/canary', value: 'running' } },
    );
    expect(manifests.map(({ kind }) => kind)).toEqual(['Service', 'Service', 'Rollout']);
    expect(config).toEqual({
      httpRoutes: [{ name: 'edge' }],
      grpcRouteSelector: { matchLabels: { app: 'web' } },
      namespace: 'gateways',
      inProgressLabelKey: 'example.com/canary',
      inProgressLabelValue: 'running',
    });
    expect(findings).toEqual([]);
  });

  test('leaves the label out', () => {
    expect(routed([GatewayRoute.http({ parentRefs })], { inProgressLabel: false }).config).toMatchObject({ disableInProgressLabel: true });
  });

  test.each(['testers', 'testers-1'])('refuses a rule named %s, which the plugin would remove', (name) => {
    const route = GatewayRoute.http({ parentRefs, rules: [{ name }] });
    expect(() => routed([route], {}, TESTERS)).toThrow(`a rule of the HTTPRoute is named ${name}, and a step sets the header route testers`);
  });

  test('lets a rule be named almost like a header route', () => {
    expect(() => routed([GatewayRoute.http({ parentRefs, rules: [{ name: 'testers-eu' }] })], {}, TESTERS)).not.toThrow();
  });

  test('counts the rules that header routes add', () => {
    const rules = Array.from({ length: 9 }, () => ({})) as unknown as readonly [object, ...object[]];
    expect(() => routed([GatewayRoute.http({ parentRefs, rules })])).not.toThrow();
    expect(() => routed([GatewayRoute.http({ parentRefs, rules })], {}, TESTERS)).toThrow('has 9 rules, with those that a header route adds 18, and may have 16');
    const matches = Array.from({ length: 64 }, () => ({}));
    expect(() => routed([GatewayRoute.http({ parentRefs, rules: [{ matches }] })], {}, TESTERS)).toThrow('has to have fewer than 128');
  });

  test('refuses two routes of one kind and name, two selectors of a kind, and a namespace for routes of its own', () => {
    const route = GatewayRoute.http({ parentRefs });
    expect(() => routed([route, GatewayRoute.fromName('HTTPRoute', 'web')])).toThrow('two routes of kind HTTPRoute are named web');
    expect(() => routed([GatewayRoute.fromLabels('HTTPRoute', { a: 'b' }), GatewayRoute.fromLabels('HTTPRoute', { c: 'd' })]))
      .toThrow('two routes of kind HTTPRoute are selected by labels');
    expect(() => routed([route], { namespace: 'gateways' })).toThrow('namespace is "gateways", but routes that are made for a rollout stand beside it');
  });

  test('refuses a step that no route can do, also in a program without types', () => {
    expect(() => routed([GatewayRoute.tcp({ parentRefs })], {}, TESTERS)).toThrow(/steps\[1\] needs a router that can route by a header, and gatewayApi cannot/);
  });
});
