// The primary route takes every request, so the redirect behind it does nothing.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080 }],
    trafficRouting: TrafficRouter.istio({
      httpAfter: [{ name: 'old-address', match: [{ uri: { prefix: '/old' } }], redirect: { uri: '/' } }],
    }),
    steps: [CanaryStep.setWeight(20)],
  });
}
