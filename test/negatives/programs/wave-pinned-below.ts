// It is to come first and after something else.
import { type ArgoApp, ArgoChart, SyncWaves } from 'cdk8s-argo';
import { ConfigMap, ServiceAccount } from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const account = new ServiceAccount(chart, 'Account');
  const settings = new ConfigMap(chart, 'Settings', { data: { currency: 'EUR' } });
  SyncWaves.of(chart).sequence(account, settings).pin(settings, -1);
}
