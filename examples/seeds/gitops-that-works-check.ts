import { AnalysisCheck, Condition, Metric, promql } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The share of requests to canary pods that fail: less than 1 percent. */
export function errorRateCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'ErrorRateCheck', {
    metrics: () => [Metric.prometheus('error-rate', {
      address: 'http://prometheus.monitoring:9090',
      // Without "or vector(0)" a canary that never failed would have no result, and five such errors abort the release.
      query: promql`
        (sum(rate(http_requests_total{status=~"5..",app="api-service",track="canary"}[2m])) or vector(0))
          / sum(rate(http_requests_total{app="api-service",track="canary"}[2m]))`,
      success: Condition.below(0.01),
      interval: '1m',
      // Had no end. Between two steps an analysis has to come to one, so the controller would have refused the Rollout.
      count: 5,
      failureLimit: 3,
    })],
  });
}
