// AWS keeps a client with a version for a week at most.
import { Duration } from 'cdk8s';
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080 }],
    trafficRouting: TrafficRouter.alb({ stickiness: Duration.days(30) }),
    steps: [CanaryStep.setWeight(20)],
  });
}
