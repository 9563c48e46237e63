// A step sets a header route under the name of the route that stays in Git, and the controller would remove it at the end.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080 }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(5), CanaryStep.setHeaderRoute({ route: 'primary', match: [{ header: 'x-beta', exact: 'yes' }] })],
  });
}
