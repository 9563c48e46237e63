// The ApisixRoute has the name of a header route.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.apisix({ rules: [{ name: 'all', hosts: ['web.example.com'] }] }),
    steps: [CanaryStep.setWeight(10), CanaryStep.setHeaderRoute({ route: 'web', match: [{ header: 'x-beta', exact: 'yes' }] }), CanaryStep.pause('5m')],
  });
}
