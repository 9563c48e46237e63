import { AnalysisCheck, Arg, Condition, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The 95th percentile of the time to answer, at each point of five minutes. */
export function graphiteCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Graphite', {
    args: { service: Arg.required() },
    metrics: (arg) => [Metric.graphite('latency', {
      address: 'http://graphite.monitoring:8080',
      query: `target=summarize(stats.timers.${arg.service}.request.upper_95,'1min','max')&from=-5min`,
      success: Condition.below(500),
    })],
  });
}
