// A header whose value is computed, so that the compiler cannot see that it is a credential.
import { AnalysisCheck, type ArgoApp, ArgoChart, Metric } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const headers: Record<`X-${string}`, string> = { 'X-Auth-Token': ['9f86', 'd081'].join('') };
  new AnalysisCheck(chart, 'Status', {
    metrics: () => [Metric.web('status', { url: 'https://status.example.com/web', headers })],
  });
}
