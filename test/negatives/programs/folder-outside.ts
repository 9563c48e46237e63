// The folder of a chart would escape the output folder.
import { type ArgoApp, ArgoChart } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop', folder: '../../web' });
  new kplus.ConfigMap(chart, 'Settings', { data: { a: 'b' } });
}
