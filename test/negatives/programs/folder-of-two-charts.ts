// Two charts are written to one folder, so two Applications would own one set of objects.
import { type ArgoApp, ArgoChart } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const staging = new ArgoChart(app, 'web-staging', { namespace: 'shop', folder: 'web' });
  const production = new ArgoChart(app, 'web-production', { namespace: 'shop', folder: 'web' });
  new kplus.ConfigMap(staging, 'Settings', { data: { environment: 'staging' } });
  new kplus.ConfigMap(production, 'Limits', { data: { environment: 'production' } });
}
