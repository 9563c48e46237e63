// Argo CD knows sync-wave, not hook-sync-wave.
import { type ArgoApp, ArgoChart } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new kplus.ConfigMap(chart, 'Settings', {
    metadata: { annotations: { 'argocd.argoproj.io/hook-sync-wave': '1' } },
    data: { a: 'b' },
  });
}
