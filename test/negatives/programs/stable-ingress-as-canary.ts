// The annotations of a canary Ingress stand on the stable one.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080 }],
    trafficRouting: TrafficRouter.nginx({
      hosts: ['web.example.com'],
      annotations: { 'nginx.ingress.kubernetes.io/canary': 'true', 'nginx.ingress.kubernetes.io/canary-weight': '20' },
    }),
    steps: [CanaryStep.setWeight(20)],
  });
}
