import { Duration, Size } from 'cdk8s';
import { AnalysisCheck, Arg, Condition, IstioMetrics, Measurements, Metric } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

const NAMESPACE = 'payments';

/** What releases of this namespace have to pass. */
export function releaseChecks(scope: Construct) {
  return { successRate: successRate(scope), datadogSuccessRate: datadogSuccessRate(scope), smokeTest: smokeTest(scope) };
}

/** What `releaseChecks` makes. */
export type ReleaseChecks = ReturnType<typeof releaseChecks>;

/** Whether 95 percent of the requests to a Service succeed, as the proxies of Istio saw them. */
function successRate(scope: Construct) {
  return new AnalysisCheck(scope, 'SuccessRate', {
    args: { service: Arg.required() },
    metrics: ({ service }) => [IstioMetrics.successRate({
      address: 'http://prometheus.monitoring:9090',
      service,
      namespace: NAMESPACE,
      atLeast: 0.95,
      window: '2m',
      // 5 measurements, one every 1m, the first after 2m; fails at the 2nd failed one; ends after 6m.
      // After 2m the window holds no request any more from before a promotion.
      measure: Measurements.of({ every: '1m', times: 5, initialDelay: '2m', failAfter: 2 }),
    })],
  });
}

/** The same in Datadog, for the pods of one version, and for as long as they are released. */
function datadogSuccessRate(scope: Construct) {
  return new AnalysisCheck(scope, 'DatadogSuccessRate', {
    args: { service: Arg.required(), hash: Arg.required() },
    metrics: ({ service, hash }) => {
      // The agent is told to make a tag of this label of the pods.
      const pods = `{service:${service},rollouts_pod_template_hash:${hash}}.as_count()`;
      return [Metric.datadog('datadog-success-rate', {
        apiVersion: 'v2',
        queries: { errors: `sum:trace.http.request.errors${pods}`, hits: `sum:trace.http.request.hits${pods}` },
        // Where nothing failed there are no errors to count.
        formula: '1 - default_zero(errors) / hits',
        aggregator: 'sum',
        success: Condition.atLeast(0.95),
        secretRef: { name: 'datadog', namespaced: true },
        // No end: it is measured until the release is done. The third minute without data asks a person.
        measure: Measurements.of({ every: '1m', initialDelay: '5m', failAfter: 2, pauseAfter: 3 }),
      })];
    },
  });
}

/** Pays for something with a test card, where no client is yet. */
function smokeTest(scope: Construct) {
  return new AnalysisCheck(scope, 'SmokeTest', {
    args: { service: Arg.required() },
    metrics: ({ service }) => [Metric.job('smoke-test', {
      job: {
        backoffLimit: 0,
        activeDeadline: Duration.minutes(10),
        containers: [{
          image: 'registry.example.com/payments/smoke-test:2.3.0',
          args: ['--base-url', `http://${service}.${NAMESPACE}:8080`],
          resources: { cpu: { request: kplus.Cpu.millis(100) }, memory: { request: Size.mebibytes(64), limit: Size.mebibytes(64) } },
        }],
      },
    })],
  });
}
