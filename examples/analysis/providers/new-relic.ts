import { AnalysisCheck, Arg, Condition, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The share of failed transactions, and the slowest of the hosts. */
export function newRelicCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'NewRelic', {
    args: { app: Arg.required() },
    metrics: (arg) => [
      Metric.newRelic('error-rate', {
        query: `SELECT percentage(count(*), WHERE error IS true) AS errorRate FROM Transaction WHERE appName = '${arg.app}' SINCE 5 minutes ago`,
        field: 'errorRate',
        success: Condition.below(5),
      }),
      Metric.newRelic('latency-of-hosts', {
        query: `SELECT average(duration) FROM Transaction WHERE appName = '${arg.app}' FACET host SINCE 5 minutes ago`,
        field: 'average.duration',
        success: Condition.below(0.5),
        profile: 'newrelic-shop',
        timeout: '20s',
      }),
    ],
  });
}
