import { Size } from 'cdk8s';
import {
  AnalysisCheck, Arg, type ArgoApp, ArgoChart, BackgroundAnalysis, CanaryRollout, CanaryStep, Condition, Metric, PodMonitor, promql,
  TrafficRouter,
} from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

/** A canary of five pods with a check in the background. */
export function productionPipelinesCanary(app: ArgoApp): ArgoChart {
  const chart = new ArgoChart(app, 'production-pipelines-canary', { namespace: 'api' });

  const successRate = new AnalysisCheck(chart, 'SuccessRate', {
    args: { hash: Arg.required() },
    metrics: ({ hash }) => [Metric.prometheus('success-rate', {
      // Was http://prometheus:9090, which the controller would have looked for in its own namespace.
      address: 'http://prometheus.monitoring:9090',
      // Asked for both versions at once, of which the new one is the smaller part.
      query: promql`
        (sum(rate(api_requests_total{status="200",rollouts_pod_template_hash="${hash}"}[5m])) or vector(0))
          / sum(rate(api_requests_total{rollouts_pod_template_hash="${hash}"}[5m]))`,
      // The 95 percent stood in a field that does not exist. Without a condition every measurement is a success, so this check could
      // not have failed.
      success: Condition.atLeast(0.95),
      // New pods have no rate before they were scraped twice, and without data the rollout waits for a person.
      initialDelay: '2m',
      interval: '30s',
      failureLimit: 3,
    })],
  });

  const api = new CanaryRollout(chart, 'Api', {
    replicas: 5,
    containers: [{
      name: 'api',
      image: 'registry.example.com/api:v1.2.3',
      ports: [{ name: 'http', number: 8080 }],
      resources: {
        cpu: { request: kplus.Cpu.millis(250), limit: kplus.Cpu.millis(500) },
        memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) },
      },
      // Had none, so a pod counted as ready before it could answer.
      readiness: kplus.Probe.fromHttpGet('/healthz', { port: 8080 }),
    }],
    // Weights of a router stood in the strategy and there was no router. Five pods can be split into fifths, so 10 percent would
    // have been one of six.
    trafficRouting: TrafficRouter.nginx({ hosts: ['api.example.com'] }),
    // Its template was named by a field that does not exist, so none was named and the controller would have refused the Rollout.
    // Interval and threshold stood here too and are dropped: they belong to the metric.
    backgroundAnalysis: BackgroundAnalysis.of([successRate.withArgs({ hash: Arg.podTemplateHash('Latest') })], { startingStep: 1 }),
    steps: CanaryStep.ramp([10, 25, 50, 75], { pause: '5m' }),
  });
  // Prefers another node for each pod.
  api.scheduling.spread({ topology: kplus.Topology.HOSTNAME, weight: 100 });
  new PodMonitor(chart, 'ApiMetrics', { rollout: api, port: 'http' });
  return chart;
}
