import { ApisixRouteRef, type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { webContainer } from './web-container';

/** Apache APISIX and its ingress controller. */
export function apisixExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'apisix', { namespace: 'apisix' });

  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: TrafficRouter.apisix({
      ingressClassName: 'apisix',
      rules: [
        { name: 'checkout', hosts: ['shop.example.com'], paths: ['/checkout', '/checkout/*'], priority: 10 },
        { name: 'everything', hosts: ['shop.example.com'], plugins: [{ name: 'gzip' }] },
      ],
    }),
    steps: [
      CanaryStep.setCanaryScale({ replicas: 1 }),
      CanaryStep.setHeaderRoute({ route: 'storefront-testers', match: [{ header: 'x-tester', prefix: 'team-' }] }),
      CanaryStep.pause('30m'),
      CanaryStep.setWeight(10),
      CanaryStep.setCanaryScale({ matchTrafficWeight: true }),
      CanaryStep.pause('10m'),
      ...CanaryStep.ramp([50], { pause: '10m' }),
    ],
  });

  new CanaryRollout(chart, 'Search', {
    replicas: 4,
    containers: [webContainer('registry.example.com/shop/search:1.14.0')],
    trafficRouting: TrafficRouter.apisix({ route: ApisixRouteRef.fromName('shop', { rules: ['search'] }) }),
    steps: CanaryStep.ramp([25, 50], { pause: '10m' }),
  });
}
