import { AnalysisCheck, Arg, Condition, Metric } from 'cdk8s-argo';
import type { Construct } from 'constructs';

/** What the plugin documents about its configuration. */
interface SamplePrometheus {
  readonly address: string;
  readonly query: string;
}

/** A metric that a plugin of the controller reads. */
export function pluginCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Plugin', {
    args: { service: Arg.required() },
    metrics: (arg) => [Metric.plugin<SamplePrometheus>('up', {
      plugin: 'argoproj-labs/sample-prometheus',
      config: { address: 'http://prometheus.monitoring:9090', query: `sum(up{service="${arg.service}"})` },
      success: Condition.expression({ successCondition: 'result[0] >= 1' }),
    })],
  });
}
