// The wave of an annotation would win over that of the order.
import { type ArgoApp, ArgoChart, SyncWaves } from 'cdk8s-argo';
import { ConfigMap, Job } from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const settings = new ConfigMap(chart, 'Settings', { data: { currency: 'EUR' }, metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '2' } } });
  const migration = new Job(chart, 'Migration', { containers: [{ image: 'registry.example.com/migrate:1.0.0' }] });
  SyncWaves.of(chart).sequence(settings, migration);
}
