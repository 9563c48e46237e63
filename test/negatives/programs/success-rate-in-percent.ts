// A success rate is a share of 1, and 95 is never reached.
import { AnalysisCheck, Arg, type ArgoApp, ArgoChart, IstioMetrics } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new AnalysisCheck(chart, 'Errors', {
    args: { service: Arg.required() },
    metrics: ({ service }) => [IstioMetrics.successRate({ address: 'http://prometheus.monitoring:9090', service, atLeast: 95 })],
  });
}
