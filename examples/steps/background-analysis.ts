import { type ArgoApp, BackgroundAnalysis, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import { latency } from './latency';
import { chartFor } from './web';

/** A check that runs beside the steps, from the second one on until the promotion. */
export function backgroundAnalysis(app: ArgoApp): void {
  const chart = chartFor(app, 'background-analysis');
  new CanaryRollout(chart, 'Web', {
    replicas: 10,
    containers: [{ image: 'registry.example.com/shop/web:4.2.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio({ hosts: ['shop.example.com'], gateways: ['istio-system/public'] }),
    backgroundAnalysis: BackgroundAnalysis.of([latency(chart)], { startingStep: 1 }),
    steps: CanaryStep.ramp([10, 50], { pause: '10m' }),
  });
}
