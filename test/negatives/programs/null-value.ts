// cdk8s would leave the field out without a word.
import { ApiObject } from 'cdk8s';
import { type ArgoApp, ArgoChart } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new ApiObject(chart, 'Settings', { apiVersion: 'v1', kind: 'ConfigMap', data: { environment: 'production', region: null } });
}
