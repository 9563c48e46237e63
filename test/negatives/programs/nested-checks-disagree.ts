// A check and one that it nests have different defaults for one argument; Argo Rollouts has one value for both.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, Condition, Metric, promql } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const measured = (name: string) => Metric.prometheus(name, {
    address: 'http://prometheus.monitoring:9090', query: promql`sum(rate(http_errors_total[5m]))`, success: Condition.below('{{args.limit}}'),
  });
  const errors = new AnalysisCheck(chart, 'Errors', { args: { limit: Arg.defaultsTo(0.05) }, metrics: () => [measured('errors')] });
  new AnalysisCheck(chart, 'All', {
    args: { limit: Arg.defaultsTo(0.01) },
    metrics: () => [measured('latency')],
    nested: [errors],
  });
}
