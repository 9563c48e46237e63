// The number of measurements comes from an argument without a default.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, Condition, Metric } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new AnalysisCheck(chart, 'Errors', {
    args: { times: Arg.required() },
    metrics: ({ times }) => [Metric.datadog('errors', {
      query: 'avg:web.error_rate{*}', success: Condition.below(1), interval: '1m', count: times as never,
    })],
  });
}
