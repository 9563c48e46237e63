// The id of a chart is its folder, and this one is the folder above.
import { type ArgoApp, ArgoChart } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, '..', { namespace: 'shop' });
  new kplus.ConfigMap(chart, 'Settings', { data: { a: 'b' } });
}
