// What is committed is read by everybody who reads the repository.
import { type ArgoApp, ArgoChart } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new kplus.Secret(chart, 'Database', { stringData: { password: 'correct horse battery staple' } });
}
