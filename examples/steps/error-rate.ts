import { AnalysisCheck, Arg, type BoundAnalysis, Condition, Metric, promql } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The share of requests to the canary that failed, measured five times a minute apart. */
export function errorRate(scope: Construct): BoundAnalysis {
  const check = new AnalysisCheck(scope, 'ErrorRate', {
    args: { service: Arg.required() },
    metrics: (arg) => [
      Metric.prometheus('error-rate', {
        address: 'http://prometheus.monitoring:9090',
        query: promql`
          (sum(rate(istio_requests_total{destination_service_name="${arg.service}",response_code=~"5.."}[5m])) or vector(0))
            / sum(rate(istio_requests_total{destination_service_name="${arg.service}"}[5m]))`,
        success: Condition.below(0.05),
        interval: '1m', count: 5, failureLimit: 1,
      }),
    ],
  });
  return check.withArgs({ service: Arg.canaryService() });
}
