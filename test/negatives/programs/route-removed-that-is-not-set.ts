// The name of the route that is removed has a typing error.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [
      CanaryStep.setWeight(5),
      CanaryStep.setHeaderRoute({ route: 'beta', match: [{ header: 'x-beta', exact: 'true' }] }),
      CanaryStep.pause('5m'),
      CanaryStep.removeHeaderRoute('betta'),
    ],
  });
}
