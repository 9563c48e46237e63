import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TraefikServiceRef, TrafficRouter } from 'cdk8s-argo';
import { webContainer } from './web-container';

/** Traefik 3, with a controller that runs with --traefik-api-group and --traefik-api-version. */
export function traefikExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'traefik', { namespace: 'traefik' });
  const apiVersion = 'traefik.io/v1alpha1';

  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: TrafficRouter.traefik({
      apiVersion,
      hosts: ['shop.example.com', 'www.shop.example.com'],
      pathPrefix: '/checkout',
      entryPoints: ['websecure'],
      tls: { secretName: 'shop-tls' },
      stickyCookie: { name: 'shop-version', secure: true, httpOnly: true },
    }),
    steps: CanaryStep.ramp([5, 25, 50], { pause: '10m' }),
  });

  // The TraefikService is part of another chart, which names the two Services of this rollout.
  new CanaryRollout(chart, 'Search', {
    replicas: 4,
    containers: [webContainer('registry.example.com/shop/search:1.14.0')],
    trafficRouting: TrafficRouter.traefik({ apiVersion, traefikService: TraefikServiceRef.fromName('search') }),
    steps: CanaryStep.ramp([25, 50], { pause: '10m' }),
  });
}
