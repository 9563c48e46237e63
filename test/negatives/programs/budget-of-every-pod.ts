// 90 % of 4 pods are 3.6, and Kubernetes rounds up: no pod may go.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, DisruptionBudget, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const rollout = new CanaryRollout(chart, 'Web', {
    replicas: 4,
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
  });
  new DisruptionBudget(chart, 'Budget', { rollout, minAvailable: '90%' });
}
