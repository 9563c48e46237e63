import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, Condition, HttpMetrics, Metric, promql } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { smokeTest } from './gitops-smoke-test';

const server = { address: 'http://prometheus.monitoring:9090' } as const;

// The pods of one version, by a label that the controller gives them. Without a router there is one Service, and it leads to both.
const args = { hash: Arg.required() };

/** The share of requests to one version that fail: 5 percent at most. */
export function errorRateCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'ErrorRateCheck', {
    args,
    metrics: ({ hash }) => [HttpMetrics.successRate({
      ...server,
      labels: { rollouts_pod_template_hash: hash },
      statusLabel: 'status',
      atLeast: 0.95,
      // Its query had no result as long as nothing failed, and none that could be compared without traffic. The first is 0 failures
      // now, and the second is for a person to decide. New pods have no rate at all before they were scraped twice.
      initialDelay: '2m',
      interval: '1m',
      count: 5,
      failureLimit: 3,
    })],
  });
}

/** The slowest hundredth of the requests to one version. */
export function latencyCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'LatencyCheck', {
    args,
    metrics: ({ hash }) => [Metric.prometheus('p99-latency', {
      ...server,
      // Asked for service="my-app", which is every pod: nine old ones would have hidden a slow new one.
      query: promql`
        histogram_quantile(0.99,
          sum by (le) (rate(http_request_duration_milliseconds_bucket{rollouts_pod_template_hash="${hash}"}[5m])))`,
      // Without traffic the quantile is NaN, which failed. Now a person decides.
      success: Condition.below(500),
      interval: '1m',
      count: 5,
      failureLimit: 2,
    })],
  });
}

/** The checks that the rollouts of the namespace `production` share, in a chart of their own. */
export function gitopsChecks(app: ArgoApp) {
  const chart = new ArgoChart(app, 'gitops-checks', { namespace: 'production' });
  const errorRate = errorRateCheck(chart);
  const latency = latencyCheck(chart);
  return {
    chart,
    errorRate,
    latency,
    // Was named and made nowhere, so the Rollout would have been Degraded. It is both checks as one analysis.
    comprehensive: new AnalysisCheck(chart, 'ComprehensiveCheck', { args, nested: [errorRate, latency] }),
    smokeTest: smokeTest(chart),
  };
}

/** What `gitopsChecks` makes. */
export type GitopsChecks = ReturnType<typeof gitopsChecks>;
