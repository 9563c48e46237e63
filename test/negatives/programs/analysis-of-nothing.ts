// A check without a metric would always pass.
import { AnalysisCheck, type ArgoApp, ArgoChart } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new AnalysisCheck(chart, 'Errors', { metrics: () => [] });
}
