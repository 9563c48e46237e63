// An analysis that runs by itself has no Rollout to ask for a Service.
import { AnalysisCheck, AnalysisRun, Arg, type ArgoApp, ArgoChart, Condition, Metric, promql } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const errors = new AnalysisCheck(chart, 'Errors', {
    args: { service: Arg.required() },
    metrics: (arg) => [Metric.prometheus('errors', {
      address: 'http://prometheus.monitoring:9090',
      query: promql`sum(rate(http_errors_total{service="${arg.service}"}[5m]))`,
      success: Condition.below(1),
    })],
  });
  new AnalysisRun(chart, 'Trial', { checks: [errors.withArgs({ service: Arg.canaryService() })] });
}
