import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, IngressRef, TrafficRouter } from 'cdk8s-argo';
import { webContainer } from './web-container';

/** ingress-nginx. */
export function nginxExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'nginx', { namespace: 'nginx' });

  // Steps of a tenth of a percent, and a header by which testers meet the canary at any weight.
  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: TrafficRouter.nginx({
      hosts: ['shop.example.com', 'www.shop.example.com'],
      tls: [{ secretName: 'storefront-tls' }],
      annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt', 'nginx.ingress.kubernetes.io/proxy-body-size': '8m' },
      canaryByHeader: { header: 'x-preview', value: 'storefront' },
      maxTrafficWeight: 1000,
    }),
    steps: CanaryStep.ramp([5, 50, 250, 500], { pause: '10m' }),
  });

  // The Ingress of all partners is made elsewhere, and leads to partners-stable.
  new CanaryRollout(chart, 'Partners', {
    replicas: 2,
    containers: [webContainer('registry.example.com/shop/partners:0.9.0')],
    trafficRouting: TrafficRouter.nginx({ stableIngress: IngressRef.fromName('all-partners'), canaryByCookie: 'partners-beta' }),
    steps: CanaryStep.ramp([50], { pause: '1h' }),
  });
}
