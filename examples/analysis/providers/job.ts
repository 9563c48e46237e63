import { Duration } from 'cdk8s';
import { AnalysisCheck, Arg, Metric } from 'cdk8s-argo';
import { Cpu } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** End-to-end tests of a Service, in a container. */
export function jobCheck(scope: Construct) {
  return new AnalysisCheck(scope, 'Job', {
    args: { service: Arg.required() },
    metrics: (arg) => [Metric.job('end-to-end', {
      job: {
        containers: [{
          image: 'registry.example.com/shop-tests:1.4.0',
          args: ['--base-url', `http://${arg.service}.shop.svc.cluster.local:8080`],
          resources: { cpu: { request: Cpu.millis(100), limit: Cpu.millis(500) } },
        }],
        backoffLimit: 0,
        activeDeadline: Duration.minutes(10),
      },
    })],
  });
}
