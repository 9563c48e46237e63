import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, IngressRef, TrafficRouter } from 'cdk8s-argo';
import { webContainer } from './web-container';

/** Application Load Balancers of AWS. */
export function albExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'alb', { namespace: 'alb' });

  // Customers stay with the version that they met first. Testers choose theirs by a header.
  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: TrafficRouter.alb({
      hosts: ['shop.example.com'],
      scheme: 'internet-facing',
      annotations: { 'alb.ingress.kubernetes.io/listen-ports': '[{"HTTPS":443}]', 'alb.ingress.kubernetes.io/group.name': 'shop' },
      stickiness: '1h',
    }),
    steps: [
      CanaryStep.setCanaryScale({ replicas: 1 }),
      CanaryStep.setHeaderRoute({ route: 'storefront-testers', match: [{ header: 'x-tester', exact: 'yes' }] }),
      CanaryStep.pause('30m'),
      CanaryStep.setWeight(5),
      CanaryStep.setCanaryScale({ matchTrafficWeight: true }),
      CanaryStep.pause('10m'),
      ...CanaryStep.ramp([25, 50], { pause: '10m' }),
    ],
  });

  // The Services never change their pods, so the readiness gates of the load balancer hold during a promotion.
  new CanaryRollout(chart, 'Search', {
    replicas: 4,
    containers: [webContainer('registry.example.com/shop/search:1.14.0')],
    trafficRouting: TrafficRouter.alb({ hosts: ['search.example.com'], pingPong: true }),
    steps: CanaryStep.ramp([25, 50], { pause: '10m' }),
  });

  // Both Ingresses are made elsewhere, and lead to the Service partners by the port name use-annotation.
  new CanaryRollout(chart, 'Partners', {
    replicas: 2,
    containers: [webContainer('registry.example.com/shop/partners:0.9.0')],
    trafficRouting: TrafficRouter.alb({ rootService: true, ingresses: [IngressRef.fromName('public'), IngressRef.fromName('partners')] }),
    steps: CanaryStep.ramp([50], { pause: '1h' }),
  });
}
