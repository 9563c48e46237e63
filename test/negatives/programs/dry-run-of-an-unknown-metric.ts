// A dry run is about a metric of another name, so the metric that should only look on would decide.
import { AnalysisCheck, type ArgoApp, ArgoChart, Condition, Metric, promql } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new AnalysisCheck(chart, 'Errors', {
    metrics: () => [Metric.prometheus('error-rate', {
      address: 'http://prometheus.monitoring:9090', query: promql`sum(rate(http_errors_total[5m]))`, success: Condition.below(1),
    })],
    dryRun: ['errors-rate'],
  });
}
