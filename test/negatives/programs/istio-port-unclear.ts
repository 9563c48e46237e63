// The Service has two ports, and nobody says which one Istio splits.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{
      image: 'registry.example.com/web:1.0.0',
      ports: [{ number: 8080, name: 'http' }, { number: 9090, name: 'metrics' }],
      readiness: kplus.Probe.fromHttpGet('/healthz', { port: 8080 }),
    }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
  });
}
