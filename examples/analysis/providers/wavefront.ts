import { AnalysisCheck, Arg, Condition, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The share of successful requests, of each zone. */
export function wavefrontCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Wavefront', {
    args: { service: Arg.required() },
    metrics: (arg) => [Metric.wavefront('success-rate', {
      address: 'example.wavefront.com',
      query: `sum(rate(5m, ts("web.requests.ok.count", service="${arg.service}")), zone) / sum(rate(5m, ts("web.requests.count", service="${arg.service}")), zone)`,
      success: Condition.atLeast(0.95),
    })],
  });
}
