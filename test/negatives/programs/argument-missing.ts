// The check needs to know its Service, and nobody says which.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, Condition, Metric, promql, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const errorRate = new AnalysisCheck(chart, 'ErrorRate', {
    args: { service: Arg.required() },
    metrics: (arg) => [Metric.prometheus('error-rate', {
      address: 'http://prometheus.monitoring:9090',
      query: promql`sum(rate(http_requests_total{service="${arg.service}",status=~"5.."}[5m]))`,
      success: Condition.below(1),
    })],
  });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.analysis(errorRate.withArgs({} as never))],
  });
}
