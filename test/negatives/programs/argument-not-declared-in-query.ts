// The query uses an argument that the check does not declare.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, Condition, Metric, promql } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new AnalysisCheck(chart, 'Errors', {
    args: { service: Arg.required() },
    metrics: () => [Metric.prometheus('errors', {
      address: 'http://prometheus.monitoring:9090',
      query: promql`sum(rate(http_errors_total{service="{{args.servce}}"}[5m]))`,
      success: Condition.below(1),
    })],
  });
}
