import {
  AnalysisCheck, AnalysisRun, Arg, type ArgoApp, ArgoChart, BackgroundAnalysis, CanaryRollout, CanaryStep, ClusterAnalysisCheck, Condition,
  IstioMetrics, Measurements, Metric, SyncHook, TrafficRouter,
} from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';

const address = 'http://prometheus.monitoring:9090';

/** Checks that are put together: of the whole cluster, nested, with a secret, in the background, and without a rollout. */
export function combinedChecks(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'api', { namespace: 'api' });

  // For the rollouts of every namespace.
  const traffic = new ClusterAnalysisCheck(chart, 'ServiceTraffic', {
    args: { service: Arg.required() },
    metrics: ({ service }) => [
      IstioMetrics.successRate({
        address, service, atLeast: 0.99, window: '5m',
        // 5 measurements, one every 1m; fails at the 2nd failed one; ends after 4m
        measure: Measurements.of({ every: '1m', times: 5, failAfter: 2 }),
      }),
    ],
  });

  // The token is read from a Secret when the check starts, and is in no file.
  const smoke = new AnalysisCheck(chart, 'Smoke', {
    args: { service: Arg.required(), token: Arg.fromSecret({ name: 'smoke-test', key: 'token' }) },
    metrics: ({ service, token }) => [
      Metric.web('status', {
        url: `http://${service}.api:8080/status`, jsonPath: '{$.ready}', headers: { Authorization: `Bearer ${token}` },
        success: Condition.expression({ successCondition: 'result == true' }),
      }),
    ],
  });

  // Both under one name. The new metric is reported and decides nothing yet.
  const release = new AnalysisCheck(chart, 'Release', {
    args: { service: Arg.required() },
    nested: [smoke, traffic],
    metrics: ({ service }) => [
      IstioMetrics.latency({
        address, service, percentile: 99, below: '300ms', window: '5m', measure: Measurements.of({ every: '1m', times: 5, failAfter: 3 }),
      }),
    ],
    dryRun: ['latency-p99'],
  });

  // Made by the platform team.
  const budget = ClusterAnalysisCheck.fromName(chart, 'ErrorBudget', { name: 'error-budget', args: { service: Arg.required() } });
  const service = Arg.canaryService();
  new CanaryRollout(chart, 'Api', {
    replicas: 4,
    containers: [{ image: 'registry.example.com/api:3.0.1', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(10), CanaryStep.analysis(release.withArgs({ service })), CanaryStep.setWeight(50), CanaryStep.pause('10m')],
    backgroundAnalysis: BackgroundAnalysis.of([budget.withArgs({ service })], { startingStep: 1 }),
  });

  // After every sync once more, on what serves everybody.
  SyncHook.postSync(new AnalysisRun(chart, 'AfterSync', { checks: [smoke.withArgs({ service: 'api-stable' })] }));
}
