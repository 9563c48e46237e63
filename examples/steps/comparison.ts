import { AnalysisCheck, Arg, Condition, Metric, promql } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** How much more often pods of one version fail than those of the other. */
export function comparison(scope: Construct) {
  return new AnalysisCheck(scope, 'Comparison', {
    args: { baseline: Arg.required(), candidate: Arg.required() },
    metrics: (arg) => [
      Metric.prometheus('more-errors', {
        address: 'http://prometheus.monitoring:9090',
        query: promql`
          (sum(rate(http_requests_total{pod_template_hash="${arg.candidate}",code=~"5.."}[5m])) or vector(0))
            - (sum(rate(http_requests_total{pod_template_hash="${arg.baseline}",code=~"5.."}[5m])) or vector(0))`,
        success: Condition.below(1),
        interval: '1m', count: 10, failureLimit: 1, initialDelay: '2m',
      }),
    ],
  });
}
