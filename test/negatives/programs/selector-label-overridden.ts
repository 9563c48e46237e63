// The label that the pods are selected by gets another value.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    podMetadata: { labels: { 'app.kubernetes.io/name': 'shop' } },
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
  });
}
