// Each of the two waits for the other.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, SyncWaves, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const settings = new kplus.ConfigMap(chart, 'Settings', { data: { a: 'b' } });
  const web = new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
  });
  SyncWaves.of(chart).sequence(settings, web).syncAfter(settings, web);
}
