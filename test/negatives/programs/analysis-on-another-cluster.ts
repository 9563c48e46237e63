// The template of a check goes to another cluster than the rollout.
import {
  AnalysisCheck, Application, type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, Condition, Destination, Metric, promql,
  Repository, Source, TrafficRouter,
} from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const checks = new ArgoChart(app, 'checks', { namespace: 'shop' });
  const errors = new AnalysisCheck(checks, 'Errors', {
    metrics: () => [Metric.prometheus('errors', {
      address: 'http://prometheus.monitoring:9090', query: promql`sum(rate(http_errors_total[5m]))`, success: Condition.below(1),
    })],
  });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.analysis(errors.withArgs())],
  });
  const repository = Repository.git({ url: 'https://git.example.com/org/manifests.git', revision: 'main' });
  const argocd = new ArgoChart(app, 'argocd', { namespace: 'argocd' });
  new Application(argocd, 'Web', { source: Source.chart(chart, repository), destination: Destination.cluster('production-eu') });
  new Application(argocd, 'Checks', { source: Source.chart(checks, repository), destination: Destination.inCluster() });
}
