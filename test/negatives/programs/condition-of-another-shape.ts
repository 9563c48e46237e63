// Prometheus gives a list of numbers, and a list is not below 0.05.
import { AnalysisCheck, type ArgoApp, ArgoChart, Condition, Metric, promql } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new AnalysisCheck(chart, 'Errors', {
    metrics: () => [Metric.prometheus('error-rate', {
      address: 'http://prometheus.monitoring:9090',
      query: promql`sum(rate(http_errors_total[5m]))`,
      success: Condition.expression({ successCondition: 'result < 0.05' }),
    })],
  });
}
