import { AnalysisCheck, Arg, Condition, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The share of successful calls, in hundredths of a percent, in each of three minutes. */
export function skywalkingCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Skywalking', {
    args: { service: Arg.required() },
    metrics: (arg) => [Metric.skywalking('success-rate', {
      address: 'http://skywalking-oap.istio-system:12800',
      window: '3m',
      query: `query q($duration: Duration!) {
  service_sla: readMetricsValues(
    condition: { name: "service_sla", entity: { scope: Service, serviceName: "${arg.service}", normal: true } },
    duration: $duration) { values { values { value } } }
}`,
      values: 'map(result.service_sla.values.values, {.value})',
      success: Condition.atLeast(9900),
    })],
  });
}
