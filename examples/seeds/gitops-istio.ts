import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { myAppContainer } from './my-app-container';

/** Three weights that Istio keeps exactly, however many pods there are. */
export function gitopsIstio(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'gitops-istio', { namespace: 'production' });

  new CanaryRollout(chart, 'MyAppIstio', {
    replicas: 10,
    // Named no port. The Services take theirs from here.
    containers: [myAppContainer('v2.0.0', '/health')],
    // One way of splitting, where the article had half of each: the routes led to two Services, the Rollout asked for subsets of a
    // DestinationRule, whose host was no Service at all. The controller would have refused the Rollout.
    trafficRouting: TrafficRouter.istio({
      hosts: ['my-app.example.com'],
      // Without a gateway a host is for callers inside the mesh alone. Clients from outside would have got no answer.
      gateways: ['istio-system/public'],
    }),
    steps: CanaryStep.ramp([10, 30, 60], { pause: '5m' }),
  });
}
