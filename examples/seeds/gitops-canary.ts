import { Arg, type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, PodMonitor, TrafficRouter } from 'cdk8s-argo';
import type { GitopsChecks } from './gitops-checks';
import { myAppContainer } from './my-app-container';

/** A canary without a router: shares of pods, and one Service in front of all of them. */
export function gitopsCanary(app: ArgoApp, { errorRate, latency, comprehensive }: GitopsChecks): void {
  const chart = new ArgoChart(app, 'gitops-canary', { namespace: 'production' });
  const hash = Arg.podTemplateHash('Latest');

  const myApp = new CanaryRollout(chart, 'MyAppCanary', {
    replicas: 10,
    containers: [myAppContainer('v2.0.0', '/health')],
    // A Service for each version was named, and made by nobody. Had they been there, clients of the stable one would never have met
    // the canary: without a router only the Service in front of all pods mixes the two.
    trafficRouting: TrafficRouter.podRatio(),
    maxSurge: '25%',
    maxUnavailable: 0,
    steps: [
      // Was 5, said to be a share of the traffic. It is one pod, and one pod beside ten is 9 percent.
      CanaryStep.setWeight(10),
      CanaryStep.pause('5m'),
      CanaryStep.analysis(errorRate.withArgs({ hash })),
      CanaryStep.setWeight(20),
      CanaryStep.pause('10m'),
      CanaryStep.analysis(latency.withArgs({ hash })),
      CanaryStep.setWeight(50),
      CanaryStep.pause('10m'),
      CanaryStep.analysis(comprehensive.withArgs({ hash })),
      CanaryStep.setWeight(80),
      CanaryStep.pause('5m'),
    ],
  });
  new PodMonitor(chart, 'MyAppCanaryMetrics', { rollout: myApp, port: 'http' });
}
