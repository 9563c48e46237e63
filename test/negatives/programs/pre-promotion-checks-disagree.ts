// Two checks before the promotion run as one analysis, and want different values for one argument.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, BlueGreenRollout, Condition, Metric, promql, Promotion } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const up = new AnalysisCheck(chart, 'Up', {
    args: { path: Arg.required() },
    metrics: (arg) => [Metric.prometheus('up', {
      address: 'http://prometheus.monitoring:9090', query: promql`min(probe_success{path="${arg.path}"})`, success: Condition.atLeast(1),
    })],
  });
  new BlueGreenRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    promotion: Promotion.manual(),
    prePromotionAnalysis: [up.withArgs({ path: '/' }), up.withArgs({ path: '/cart' })],
  });
}
