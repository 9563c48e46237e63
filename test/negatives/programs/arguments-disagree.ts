// Two checks of one step get different values for one argument.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, Condition, Metric, promql, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const of = (id: string) => new AnalysisCheck(chart, id, {
    args: { service: Arg.required() },
    metrics: (arg) => [Metric.prometheus(id.toLowerCase(), {
      address: 'http://prometheus.monitoring:9090',
      query: promql`sum(rate(http_errors_total{service="${arg.service}"}[5m]))`,
      success: Condition.below(1),
    })],
  });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.analysis(of('Errors').withArgs({ service: 'web' }), of('Latency').withArgs({ service: 'api' }))],
  });
}
