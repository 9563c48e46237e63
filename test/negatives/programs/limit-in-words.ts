// A limit comes from an argument, whose default is no number.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, Condition, Metric } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new AnalysisCheck(chart, 'Errors', {
    args: { limit: Arg.defaultsTo('five') },
    metrics: ({ limit }) => [Metric.datadog('errors', { query: 'avg:web.error_rate{*}', success: Condition.below(limit) })],
  });
}
