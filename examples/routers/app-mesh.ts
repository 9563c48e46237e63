import { AppMeshServiceRef, type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { webContainer } from './web-container';

/** AWS App Mesh. */
export function appMeshExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'app-mesh', { namespace: 'app-mesh' });

  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: TrafficRouter.appMesh({
      routes: [{ name: 'checkout', prefix: '/checkout', priority: 1 }, { name: 'everything', priority: 2 }],
      backends: [{ name: 'search' }],
    }),
    steps: CanaryStep.ramp([5, 25, 50], { pause: '10m' }),
  });

  new CanaryRollout(chart, 'Search', {
    replicas: 4,
    containers: [webContainer('registry.example.com/shop/search:1.14.0')],
    trafficRouting: TrafficRouter.appMesh({
      virtualService: AppMeshServiceRef.fromName('search', { stableNode: 'search-stable', canaryNode: 'search-canary' }),
    }),
    steps: CanaryStep.ramp([25, 50], { pause: '10m' }),
  });
}
