// Two metrics of one check have the same name.
import { AnalysisCheck, type ArgoApp, ArgoChart, Condition, Metric, promql } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const address = 'http://prometheus.monitoring:9090';
  new AnalysisCheck(chart, 'Errors', {
    metrics: () => [
      Metric.prometheus('errors', { address, query: promql`sum(rate(http_errors_total[5m]))`, success: Condition.below(1) }),
      Metric.prometheus('errors', { address, query: promql`sum(rate(grpc_errors_total[5m]))`, success: Condition.below(1) }),
    ],
  });
}
