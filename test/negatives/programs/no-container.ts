// A rollout of nothing.
import { type ArgoApp, ArgoChart, CanaryRollout, TrafficRouter } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', { trafficRouting: TrafficRouter.podRatio(), steps: [] });
}
