// The number of measurements comes from an argument, and a rollout gives it a word.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, Condition, Metric } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const errors = new AnalysisCheck(chart, 'Errors', {
    args: { times: Arg.defaultsTo(5) },
    metrics: ({ times }) => [Metric.datadog('errors', { query: 'avg:web.error_rate{*}', success: Condition.below(1), interval: '1m', count: times })],
  });
  errors.withArgs({ times: 'five' });
}
