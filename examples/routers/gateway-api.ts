import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, GatewayRoute, TrafficRouter } from 'cdk8s-argo';
import { webContainer } from './web-container';

const publicGateway = { name: 'public', namespace: 'gateways', sectionName: 'https' } as const;

/** Routes of the Gateway API, moved by the plugin argoproj-labs/gatewayAPI. */
export function gatewayApiExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'gateway-api', { namespace: 'gateway-api' });

  // Testers send a header and see the new version first, under both paths.
  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: TrafficRouter.gatewayApi({
      routes: [GatewayRoute.http({
        parentRefs: [publicGateway],
        hostnames: ['shop.example.com'],
        rules: [
          { matches: [{ path: { type: 'PathPrefix', value: '/checkout' } }] },
          {},
        ],
      })],
    }),
    steps: [
      CanaryStep.setCanaryScale({ replicas: 1 }),
      CanaryStep.setHeaderRoute({ route: 'testers', match: [{ header: 'x-tester', exact: 'yes' }] }),
      CanaryStep.pause('30m'),
      CanaryStep.setWeight(10),
      CanaryStep.setCanaryScale({ matchTrafficWeight: true }),
      CanaryStep.pause('10m'),
      ...CanaryStep.ramp([50], { pause: '10m' }),
    ],
  });

  // One rollout behind two kinds of routes: both get each weight.
  new CanaryRollout(chart, 'Catalog', {
    replicas: 4,
    containers: [webContainer('registry.example.com/shop/catalog:2.9.1')],
    trafficRouting: TrafficRouter.gatewayApi({
      routes: [
        GatewayRoute.http({ parentRefs: [publicGateway], hostnames: ['catalog.example.com'], rules: [{ timeouts: { request: '30s' } }] }),
        GatewayRoute.grpc({
          parentRefs: [{ name: 'internal', namespace: 'gateways' }],
          hostnames: ['catalog.internal.example.com'],
          rules: [{ matches: [{ method: { service: 'shop.Catalog' } }] }],
        }),
      ],
    }),
    steps: CanaryStep.ramp([20, 60], { pause: '15m' }),
  });

  // The routes belong to another team, in another namespace: here is said what they are called, or how they are found.
  new CanaryRollout(chart, 'Search', {
    replicas: 4,
    containers: [webContainer('registry.example.com/shop/search:1.14.0')],
    trafficRouting: TrafficRouter.gatewayApi({
      namespace: 'gateways',
      routes: [GatewayRoute.fromName('HTTPRoute', 'search'), GatewayRoute.fromLabels('GRPCRoute', { app: 'search' })],
      inProgressLabel: false,
    }),
    steps: CanaryStep.ramp([25, 50], { pause: '10m' }),
  });
}
