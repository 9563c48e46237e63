// Steps that were collected without their types: pods that share the traffic cannot mirror it.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const steps: unknown[] = [CanaryStep.setMirrorRoute({ route: 'shadow', match: [{ method: { exact: 'GET' } }] })];
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.podRatio(),
    steps: steps as CanaryStep<never>[],
  });
}
