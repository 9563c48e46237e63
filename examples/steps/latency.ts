import { AnalysisCheck, Arg, type BoundAnalysis, Condition, Metric, promql } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The slowest hundredth of the requests to the canary. */
export function latency(scope: Construct): BoundAnalysis {
  const check = new AnalysisCheck(scope, 'Latency', {
    args: { service: Arg.required() },
    metrics: (arg) => [
      Metric.prometheus('p99-latency', {
        address: 'http://prometheus.monitoring:9090',
        query: promql`
          histogram_quantile(0.99, sum by (le) (
            rate(istio_request_duration_milliseconds_bucket{destination_service_name="${arg.service}"}[5m])))`,
        success: Condition.below(500),
        interval: '1m', count: 10, failureLimit: 2,
        // Nothing has been measured of the canary when its first request comes.
        initialDelay: '2m',
      }),
    ],
  });
  return check.withArgs({ service: Arg.canaryService() });
}
