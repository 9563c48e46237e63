// A limit comes from an argument, and a rollout gives it a percentage.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, Condition, Metric } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const errors = new AnalysisCheck(chart, 'Errors', {
    args: { limit: Arg.defaultsTo(0.1) },
    metrics: ({ limit }) => [Metric.datadog('errors', { query: 'avg:web.error_rate{*}', success: Condition.below(limit) })],
  });
  errors.withArgs({ limit: '5%' });
}
