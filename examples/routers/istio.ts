import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, DestinationRuleRef, TrafficRouter, VirtualServiceRef } from 'cdk8s-argo';
import { webContainer } from './web-container';

/** Istio: requests from outside and from the mesh, connections, and objects that another team owns. */
export function istioExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'istio', { namespace: 'istio' });

  // Two Services behind a gateway. Testers reach the canary Service at any weight, the old address is redirected.
  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: TrafficRouter.istio({
      hosts: ['shop.example.com'],
      gateways: ['istio-system/public'],
      http: { match: [{ uri: { prefix: '/' } }], timeout: '10s', retries: { attempts: 2, perTryTimeout: '3s', retryOn: '5xx,reset' } },
      httpBefore: [
        { name: 'preview', match: [{ headers: { 'x-preview': { exact: 'storefront' } } }], route: [{ destination: { host: 'storefront-canary' } }] },
        { name: 'old-address', match: [{ uri: { prefix: '/store' } }], redirect: { uri: '/' } },
      ],
    }),
    steps: [
      CanaryStep.setCanaryScale({ replicas: 2 }),
      CanaryStep.setMirrorRoute({ route: 'storefront-mirror', percentage: 20, match: [{ method: { exact: 'GET' }, path: { prefix: '/' } }] }),
      CanaryStep.pause('15m'),
      CanaryStep.removeMirrorRoute('storefront-mirror'),
      CanaryStep.setHeaderRoute({ route: 'storefront-beta', match: [{ header: 'cookie', regex: '.*beta=yes.*' }] }),
      // The weight comes first: without it the scale would be 0, and without pods there is no header route.
      CanaryStep.setWeight(5),
      CanaryStep.setCanaryScale({ matchTrafficWeight: true }),
      CanaryStep.pause('10m'),
      ...CanaryStep.ramp([25, 50], { pause: '10m' }),
    ],
  });

  // One Service with two subsets, for callers inside the mesh. A pod that fails is left out for a while.
  new CanaryRollout(chart, 'Search', {
    replicas: 4,
    containers: [webContainer('registry.example.com/shop/search:1.14.0')],
    trafficRouting: TrafficRouter.istio({
      splitBy: 'subset',
      destinationRule: { trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '30s' } } },
    }),
    steps: CanaryStep.ramp([25, 50], { pause: '10m' }),
  });

  // Connections that stay encrypted: nothing in them can be matched, so there are weights alone.
  new CanaryRollout(chart, 'Payments', {
    replicas: 4,
    containers: [webContainer('registry.example.com/shop/payments:2.3.1')],
    trafficRouting: TrafficRouter.istio({
      hosts: ['payments.example.com'],
      gateways: ['istio-system/passthrough'],
      tls: [{ sniHosts: ['payments.example.com'], port: 443 }],
    }),
    steps: CanaryStep.ramp([10, 50], { pause: '30m' }),
  });

  // Outside and inside have different hosts. Ping and pong take turns, so no Service is moved to other pods.
  new CanaryRollout(chart, 'Catalog', {
    replicas: 4,
    containers: [webContainer('registry.example.com/shop/catalog:3.0.2')],
    trafficRouting: TrafficRouter.istio({
      pingPong: true,
      virtualServices: [
        { name: 'catalog-public', hosts: ['catalog.example.com'], gateways: ['istio-system/public'] },
        { name: 'catalog-internal', http: { timeout: '2s' } },
      ],
    }),
    steps: CanaryStep.ramp([20, 60], { pause: '10m' }),
  });

  // The platform team keeps the VirtualService of all partners, and the DestinationRule.
  new CanaryRollout(chart, 'Partners', {
    replicas: 2,
    containers: [webContainer('registry.example.com/shop/partners:0.9.0')],
    trafficRouting: TrafficRouter.istio({
      splitBy: 'subset',
      virtualService: VirtualServiceRef.fromName('partners', { namespace: 'edge', routes: ['shop'] }),
      destinationRule: DestinationRuleRef.fromName('partners', { stableSubset: 'stable', canarySubset: 'canary' }),
    }),
    steps: CanaryStep.ramp([50], { pause: '1h' }),
  });
}
