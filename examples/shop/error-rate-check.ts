import { AnalysisCheck, Arg, Condition, Metric, promql } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The share of requests to a Service that Istio saw fail, measured five times a minute apart. */
export function errorRateCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'ErrorRate', {
    args: { service: Arg.required(), limit: Arg.defaultsTo(0.05) },
    metrics: (arg) => [
      Metric.prometheus('error-rate', {
        address: 'http://prometheus.monitoring:9090',
        // Without "or vector(0)" a service that never failed would have no result at all.
        query: promql`
          (sum(rate(istio_requests_total{destination_service_name="${arg.service}",response_code=~"5.."}[5m])) or vector(0))
            / sum(rate(istio_requests_total{destination_service_name="${arg.service}"}[5m]))`,
        success: Condition.below(arg.limit),
        interval: '1m',
        count: 5,
        failureLimit: 1,
      }),
    ],
  });
}
