import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, MappingRef, TrafficRouter } from 'cdk8s-argo';
import { webContainer } from './web-container';

/** Emissary-ingress 3, with a controller that runs with --ambassador-api-version=getambassador.io/v3alpha1. */
export function ambassadorExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'ambassador', { namespace: 'ambassador' });

  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: TrafficRouter.ambassador({
      apiVersion: 'getambassador.io/v3alpha1',
      mappings: [
        { hostname: 'shop.example.com', prefix: '/', resolver: 'endpoint', timeout: '10s' },
        { name: 'storefront-partners', hostname: 'partners.example.com', prefix: '/shop/' },
        MappingRef.fromName('storefront-internal'),
      ],
    }),
    steps: CanaryStep.ramp([5, 25, 50], { pause: '10m' }),
  });
}
