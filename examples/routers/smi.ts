import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { webContainer } from './web-container';

/** A mesh that follows the Service Mesh Interface, such as older versions of Linkerd. */
export function smiExamples(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'smi', { namespace: 'smi' });
  new CanaryRollout(chart, 'Storefront', {
    replicas: 6,
    containers: [webContainer('registry.example.com/shop/storefront:4.2.0')],
    trafficRouting: TrafficRouter.smi({ trafficSplitName: 'storefront-split' }),
    steps: CanaryStep.ramp([5, 25, 50], { pause: '10m' }),
  });
}
