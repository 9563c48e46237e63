// An argument that is a duration in a query gets words.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, Condition, Metric, promql } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const errors = new AnalysisCheck(chart, 'Errors', {
    args: { window: Arg.required() },
    metrics: ({ window }) => [Metric.prometheus('errors', {
      address: 'http://prometheus.monitoring:9090',
      query: promql`sum(rate(http_errors_total{service="web"}[${window}]))`,
      success: Condition.below(1),
    })],
  });
  errors.withArgs({ window: '5 minutes' });
}
