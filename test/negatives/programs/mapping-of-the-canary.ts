// The controller makes a Mapping of this name.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.ambassador({
      mappings: [{ prefix: '/' }, { name: 'web-canary', prefix: '/', hostname: 'canary.example.com' }],
    }),
    steps: [CanaryStep.setWeight(10), CanaryStep.pause('5m')],
  });
}
