// A step waits for its analysis, and this one measures for ever.
import { AnalysisCheck, type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, Condition, Metric, promql, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const errors = new AnalysisCheck(chart, 'Errors', {
    metrics: () => [Metric.prometheus('errors', {
      address: 'http://prometheus.monitoring:9090',
      query: promql`sum(rate(http_errors_total[5m]))`,
      success: Condition.below(1),
      interval: '1m',
    })],
  });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m'), CanaryStep.analysis(errors.withArgs())],
  });
}
