import { Duration } from 'cdk8s';
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, IstioMetrics, Metric } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

const server = { address: 'http://prometheus.monitoring:9090' } as const;
const args = { service: Arg.required() };

/**
 * The checks that both rollouts of the guide share, in a chart of their own.
 *
 * Their queries divided counts of requests and compared `result[0]`. A service without a single 5xx has no such series, so the result
 * was empty and each measurement an error: five of them aborted a healthy release. Without traffic the result was NaN, which no
 * comparison holds for. The ready-made metrics take 0 for no failures, and without traffic ask a person.
 */
export function productionGuideChecks(app: ArgoApp) {
  const chart = new ArgoChart(app, 'production-guide-checks', { namespace: 'my-app-prod' });
  const five = { ...server, interval: '1m', count: 5, failureLimit: 3 } as const;
  const ten = { ...server, interval: '1m', count: 10, failureLimit: 2 } as const;
  return {
    chart,
    errorRate: new AnalysisCheck(chart, 'ErrorRateCheck', {
      args,
      metrics: ({ service }) => [IstioMetrics.successRate({ ...five, service, atLeast: 0.95 })],
    }),
    latency: new AnalysisCheck(chart, 'LatencyCheck', {
      args,
      metrics: ({ service }) => [IstioMetrics.latency({ ...five, service, percentile: 99, below: '500ms' })],
    }),
    comprehensive: new AnalysisCheck(chart, 'ComprehensiveCheck', {
      args,
      metrics: ({ service }) => [
        IstioMetrics.successRate({ ...ten, service, atLeast: 0.98 }),
        IstioMetrics.latency({ ...ten, service, percentile: 99, below: '300ms' }),
      ],
    }),
    // The guide has none, and counts requests before the promotion instead.
    smokeTest: new AnalysisCheck(chart, 'SmokeTest', {
      args,
      metrics: ({ service }) => [Metric.job('smoke-test', {
        job: {
          backoffLimit: 0,
          activeDeadline: Duration.minutes(10),
          containers: [{
            image: 'registry.example.com/my-app-tests:v2.1.0',
            args: ['--base-url', `http://${service}.my-app-prod:8080`],
            resources: { cpu: { request: kplus.Cpu.millis(100) } },
          }],
        },
      })],
    }),
  };
}

/** What `productionGuideChecks` makes. */
export type ProductionGuideChecks = ReturnType<typeof productionGuideChecks>;
