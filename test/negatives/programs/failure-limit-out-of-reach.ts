// Three measurements cannot fail four times, so the check would always pass.
import { AnalysisCheck, type ArgoApp, ArgoChart, Condition, Metric, promql } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new AnalysisCheck(chart, 'Errors', {
    metrics: () => [Metric.prometheus('errors', {
      address: 'http://prometheus.monitoring:9090',
      query: promql`sum(rate(http_errors_total[5m]))`,
      success: Condition.below(1),
      interval: '1m', count: 3, failureLimit: 3,
    })],
  });
}
