import type { ServicePort } from 'cdk8s-plus-27';
import { CanaryRollout } from '../../src/rollouts/canary-rollout';
import { CanaryStep } from '../../src/rollouts/canary-step';
import { DestinationRuleRef } from '../../src/traffic/istio/destination-rule-ref';
import type { IstioRouterProps } from '../../src/traffic/istio/istio-router-props';
import { VirtualServiceRef } from '../../src/traffic/istio/virtual-service-ref';
import type { ITrafficRouter } from '../../src/traffic/router-binding';
import { TrafficRouter } from '../../src/traffic/traffic-router';
import { shopChart, specOf, webContainer } from '../shop';
import { routedRollout } from './routed-rollout';

/** Manifests of a rollout that nothing is to be said against. */
function manifestsWith(trafficRouting: ITrafficRouter, ports?: ServicePort[]) {
  const { manifests, findings } = routedRollout(trafficRouting, ports);
  expect(findings).toEqual([]);
  return manifests;
}

function istioOf(manifests: ReturnType<typeof manifestsWith>): unknown {
  return (specOf(manifests, 'Rollout').strategy as { canary: { trafficRouting: { istio: unknown } } }).canary.trafficRouting.istio;
}

const toBoth = [{ destination: { host: 'web-stable' }, weight: 100 }, { destination: { host: 'web-canary' }, weight: 0 }];
const outside = { hosts: ['web.example.com'], gateways: ['istio-system/public'] } as const;

describe('http routes', () => {
  test('keep their place around the one whose weights move', () => {
    const manifests = manifestsWith(TrafficRouter.istio({
      ...outside,
      http: { match: [{ uri: { prefix: '/shop' } }], timeout: '10s', retries: { attempts: 2, retryOn: '5xx' } },
      httpBefore: [{ name: 'testers', match: [{ headers: { 'x-tester': { exact: 'yes' } } }], route: [{ destination: { host: 'web-canary' } }] }],
      httpAfter: [{ name: 'elsewhere', redirect: { uri: '/shop' } }],
    }));
    expect(specOf(manifests, 'VirtualService').http).toEqual([
      { name: 'testers', match: [{ headers: { 'x-tester': { exact: 'yes' } } }], route: [{ destination: { host: 'web-canary' } }] },
      { name: 'primary', match: [{ uri: { prefix: '/shop' } }], timeout: '10s', retries: { attempts: 2, retryOn: '5xx' }, route: toBoth },
      { name: 'elsewhere', redirect: { uri: '/shop' } },
    ]);
    expect(istioOf(manifests)).toEqual({ virtualService: { name: 'web', routes: ['primary'] } });
  });

  test('that can never be reached are refused', () => {
    const old = { name: 'old', match: [{ uri: { prefix: '/old' } }], redirect: { uri: '/' } };
    expect(() => TrafficRouter.istio({ httpAfter: [old] })).toThrow(/primary has no match and takes every request, so old is never reached. say by http.match/);
    expect(() => TrafficRouter.istio({ httpBefore: [{ ...old, match: undefined }] })).toThrow(/old has no match .* so primary is never reached. give it a match/);
  });

  test('have names of their own', () => {
    const route = { name: 'primary', match: [{ uri: { prefix: '/old' } }], redirect: { uri: '/' } };
    expect(() => TrafficRouter.istio({ httpBefore: [route] })).toThrow(/two http routes are named primary/);
  });

  test('do not have the name of a route that a step sets', () => {
    const steps = [CanaryStep.setWeight(1), CanaryStep.setHeaderRoute({ route: 'primary', match: [{ header: 'x-beta', exact: 'yes' }] })];
    const make = (props: IstioRouterProps) => () => new CanaryRollout(shopChart(), 'Web', {
      containers: [webContainer()], trafficRouting: TrafficRouter.istio(props), steps,
    });
    expect(make({})).toThrow(/a step sets the route primary, which Argo Rollouts removes .* give the route of the step another name/);
    expect(make({ virtualService: VirtualServiceRef.fromName('edge', { routes: ['primary'] }) })).toThrow(/sets the route primary/);
    expect(make({ virtualService: VirtualServiceRef.fromName('edge', { routes: ['web'] }) })).not.toThrow();
  });
});

describe('connections', () => {
  test('are split by server name and by port', () => {
    const manifests = manifestsWith(TrafficRouter.istio({
      ...outside,
      tls: [{ sniHosts: ['web.example.com'], port: 443, servicePort: 8443 }],
      tcp: [{ port: 5432, servicePort: 5432 }],
    }), [{ port: 8443, name: 'tls', targetPort: 8080 }, { port: 5432, name: 'tcp', targetPort: 8080 }]);
    const to = (number: number) => toBoth.map(({ destination, weight }) => ({ destination: { ...destination, port: { number } }, weight }));
    expect(specOf(manifests, 'VirtualService')).toEqual({
      ...outside,
      tls: [{ match: [{ port: 443, sniHosts: ['web.example.com'] }], route: to(8443) }],
      tcp: [{ match: [{ port: 5432 }], route: to(5432) }],
    });
    expect(istioOf(manifests)).toEqual({
      virtualService: { name: 'web', tlsRoutes: [{ port: 443, sniHosts: ['web.example.com'] }], tcpRoutes: [{ port: 5432 }] },
    });
  });

  test('know no header routes, requests beside them do', () => {
    const header = { canaryScale: true, experimentWeights: true };
    expect(TrafficRouter.istio({ tcp: [{ port: 5432 }] }).abilities).toEqual(header);
    expect(TrafficRouter.istio({ http: {}, tcp: [{ port: 5432 }] }).abilities).toMatchObject({ headerRoutes: true, mirrorRoutes: true });
    expect(TrafficRouter.istio({ virtualService: VirtualServiceRef.fromName('db', { tcpRoutes: [{ port: 5432 }] }) }).abilities).toEqual(header);
  });

  test('of one port are one route', () => {
    expect(() => TrafficRouter.istio({ tcp: [{ port: 5432 }, { port: 5432, servicePort: 1 }] })).toThrow(/there is a second tcp route at port 5432/);
    expect(() => TrafficRouter.istio({ tls: [{ sniHosts: ['a.example.com', 'a.example.com'] }] })).toThrow(/sniHosts lists a.example.com twice/);
  });
});

describe('several VirtualServices', () => {
  test('are made and named', () => {
    const manifests = manifestsWith(TrafficRouter.istio({
      virtualServices: [{ name: 'web-public', ...outside }, { name: 'web-internal', hosts: ['web.shop.svc.cluster.local'] }],
    }));
    expect(specOf(manifests, 'VirtualService', 'web-public')).toMatchObject(outside);
    expect(specOf(manifests, 'VirtualService', 'web-internal')).toMatchObject({ http: [{ name: 'primary', route: toBoth }] });
    expect(istioOf(manifests)).toEqual({ virtualServices: [{ name: 'web-public', routes: ['primary'] }, { name: 'web-internal', routes: ['primary'] }] });
  });

  test('have names of their own', () => {
    expect(() => TrafficRouter.istio({ virtualServices: [{ name: 'web' }, VirtualServiceRef.fromName('web')] })).toThrow(/two VirtualServices are named web/);
  });
});

describe('objects that are made elsewhere', () => {
  test('are named and not made, and naming them is no mistake', () => {
    const manifests = manifestsWith(TrafficRouter.istio({
      splitBy: 'subset',
      virtualService: VirtualServiceRef.fromName('edge', { namespace: 'ingress', routes: ['web'] }),
      destinationRule: DestinationRuleRef.fromName('backend', { stableSubset: 'old', canarySubset: 'new' }),
    }));
    expect(manifests.map(({ kind }) => kind)).toEqual(['Service', 'Rollout']);
    expect(istioOf(manifests)).toEqual({
      virtualService: { name: 'edge.ingress', routes: ['web'] },
      destinationRule: { name: 'backend', stableSubsetName: 'old', canarySubsetName: 'new' },
    });
  });

  test('have no dots in their names', () => {
    expect(() => VirtualServiceRef.fromName('edge.ingress')).toThrow(/is no name of a VirtualService .* without dots, and the namespace as an option/);
  });
});

describe('subsets', () => {
  test('get a traffic policy, and further ones their share from the stable side', () => {
    const manifests = manifestsWith(TrafficRouter.istio({
      splitBy: 'subset',
      destinationRule: {
        trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } },
        additionalSubsets: [{ name: 'legacy', weight: 10 }],
      },
    }));
    expect(specOf(manifests, 'DestinationRule')).toEqual({
      host: 'web',
      trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } },
      subsets: [{ name: 'stable' }, { name: 'canary' }],
    });
    expect(specOf(manifests, 'VirtualService')).toMatchObject({ http: [{ route: [
      { destination: { host: 'web', subset: 'stable' }, weight: 90 },
      { destination: { host: 'web', subset: 'canary' }, weight: 0 },
      { destination: { host: 'web', subset: 'legacy' }, weight: 10 },
    ] }] });
    expect(istioOf(manifests)).toMatchObject({ destinationRule: { additionalSubsetNames: ['legacy'] } });
  });

  test('leave something to split, under names of their own', () => {
    const withSubsets = (...additionalSubsets: { name: string; weight: number }[]) => () =>
      TrafficRouter.istio({ splitBy: 'subset', destinationRule: { additionalSubsets } });
    expect(withSubsets({ name: 'a', weight: 60 }, { name: 'b', weight: 40 })).toThrow(/have 100 % of the traffic, and nothing is left to split/);
    expect(withSubsets({ name: 'canary', weight: 1 })).toThrow(/two subsets are named canary/);
    expect(withSubsets({ name: 'a', weight: 0 })).toThrow(/the subset a has the weight 0/);
  });
});

describe('ping and pong', () => {
  const manifests = manifestsWith(TrafficRouter.istio({ pingPong: true }));

  test('are split between, from ping, behind a Service that callers keep', () => {
    expect(specOf(manifests, 'VirtualService')).toMatchObject({
      hosts: ['web'],
      http: [{ route: [{ destination: { host: 'web-ping' }, weight: 100 }, { destination: { host: 'web-pong' }, weight: 0 }] }],
    });
    expect(manifests.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name as string)).toEqual(['web', 'web-ping', 'web-pong']);
  });

  test('stand in for the stable and the canary Service', () => {
    const { canary } = specOf(manifests, 'Rollout').strategy as { canary: object };
    expect(canary).toMatchObject({ pingPong: { pingService: 'web-ping', pongService: 'web-pong' } });
    expect(canary).not.toHaveProperty('stableService');
  });
});
