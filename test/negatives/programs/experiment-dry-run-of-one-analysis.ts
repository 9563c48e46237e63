// The experiment tries out a metric that only one of its two analyses measures.
import { AnalysisCheck, type ArgoApp, ArgoChart, CanaryStep, Condition, Metric, promql } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const address = 'http://prometheus.monitoring:9090';
  const errors = new AnalysisCheck(chart, 'Errors', {
    metrics: () => [Metric.prometheus('error-rate', { address, query: promql`sum(rate(http_errors_total[5m]))`, success: Condition.below(1) })],
  });
  const latency = new AnalysisCheck(chart, 'Latency', {
    metrics: () => [Metric.prometheus('p99', { address, query: promql`max(http_latency_p99_seconds)`, success: Condition.below(0.5) })],
  });
  CanaryStep.experiment({
    templates: [{ name: 'canary', specRef: 'canary' }],
    duration: '30m',
    analyses: [{ name: 'errors', check: errors.withArgs() }, { name: 'latency', check: latency.withArgs() }],
    dryRun: ['p99'],
  });
}
