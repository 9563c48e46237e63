import { AnalysisCheck, Arg, Condition, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** The mean load of the new pods. */
export function influxdbCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Influxdb', {
    args: { hash: Arg.required() },
    metrics: (arg) => [Metric.influxdb('cpu', {
      query: `from(bucket: "shop")
  |> range(start: -5m)
  |> filter(fn: (r) => r._measurement == "cpu" and r.hash == "${arg.hash}")
  |> mean()`,
      success: Condition.below(80),
      profile: 'influxdb-shop',
    })],
  });
}
