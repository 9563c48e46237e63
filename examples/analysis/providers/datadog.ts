import { AnalysisCheck, Arg, Condition, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The share of failed requests by two queries and a formula, and a latency by one query of the older API. */
export function datadogCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Datadog', {
    args: { service: Arg.required() },
    metrics: (arg) => [
      Metric.datadog('error-rate', {
        apiVersion: 'v2',
        queries: {
          errors: `sum:trace.http.request.errors{service:${arg.service}}.as_count()`,
          hits: `sum:trace.http.request.hits{service:${arg.service}}.as_count()`,
        },
        // Datadog has no errors to count where there were none.
        formula: 'default_zero(errors) / hits',
        aggregator: 'sum',
        success: Condition.below(0.05),
        secretRef: { name: 'datadog', namespaced: true },
      }),
      Metric.datadog('latency', {
        query: `p95:trace.http.request{service:${arg.service}}`, success: Condition.below(0.5, { noData: 'pass' }), window: '10m',
      }),
    ],
  });
}
