import { Arg, type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import { myAppContainer } from './my-app-container';
import type { ProductionGuideChecks } from './production-guide-checks';

/** Four weights, with another check after each of the first three. */
export function productionGuideCanary(app: ArgoApp, { errorRate, latency, comprehensive }: ProductionGuideChecks): ArgoChart {
  const chart = new ArgoChart(app, 'production-guide-canary', { namespace: 'my-app-prod' });
  const service = Arg.canaryService();

  // Its selector was app=my-app, and so was that of the blue-green rollout in the same namespace: each Service would have led to
  // the pods of both. Here a rollout is selected by its own name.
  new CanaryRollout(chart, 'MyApp', {
    replicas: 10,
    revisionHistoryLimit: 5,
    // Stood inside the strategy, where the API server drops it: going back would have taken every step and pause again.
    rollbackWindow: 3,
    containers: [myAppContainer('v2.1.0', '/healthz')],
    // Two Services and a VirtualService were named and made by nobody: the Rollout would have been Degraded, without a single pod.
    trafficRouting: TrafficRouter.istio({ hosts: ['app.example.com'], gateways: ['istio-system/public'] }),
    steps: [
      CanaryStep.setWeight(5),
      CanaryStep.pause('5m'),
      CanaryStep.analysis(errorRate.withArgs({ service })),
      CanaryStep.setWeight(20),
      CanaryStep.pause('5m'),
      CanaryStep.analysis(latency.withArgs({ service })),
      CanaryStep.setWeight(50),
      CanaryStep.pause('10m'),
      CanaryStep.analysis(comprehensive.withArgs({ service })),
      // All of the traffic follows the last step by itself.
      CanaryStep.setWeight(80),
      CanaryStep.pause('10m'),
    ],
  });
  return chart;
}
