import { AnalysisCheck, Arg, ArgoApp, ArgoChart, CanaryRollout, CanaryStep, Condition, Metric, promql, TrafficRouter } from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';

const app = new ArgoApp({ outdir: 'dist/first-canary' });
const chart = new ArgoChart(app, 'web', { namespace: 'shop' });

const errorRate = new AnalysisCheck(chart, 'ErrorRate', {
  args: { service: Arg.required() },
  metrics: (arg) => [Metric.prometheus('error-rate', {
    address: 'http://prometheus.monitoring:9090',
    query: promql`(sum(rate(http_requests_total{service="${arg.service}",status=~"5.."}[5m])) or vector(0)) / sum(rate(http_requests_total{service="${arg.service}"}[5m]))`,
    success: Condition.below(0.05), interval: '1m', count: 5, failureLimit: 1,
  })],
});

new CanaryRollout(chart, 'Web', {
  replicas: 10,
  containers: [{ image: 'registry.example.com/web:2.1.0', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
  trafficRouting: TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public'] }),
  steps: [CanaryStep.setWeight(5), CanaryStep.pause('5m'), CanaryStep.analysis(errorRate.withArgs({ service: Arg.canaryService() })), CanaryStep.setWeight(50), CanaryStep.pauseUntilPromoted()],
});

app.synth();
