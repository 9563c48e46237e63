// Two charts configure the same Argo CD.
import { type ArgoApp, ArgoCdConfig, ArgoChart } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  for (const id of ['health', 'single-sign-on']) {
    new ArgoCdConfig(new ArgoChart(app, id, { namespace: 'argocd' }), 'Config', { adminEnabled: false });
  }
}
