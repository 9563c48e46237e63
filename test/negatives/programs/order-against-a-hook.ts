// A PreSync hook is to come after what is applied with the rest.
import { type ArgoApp, ArgoChart, SyncHook, SyncWaves } from 'cdk8s-argo';
import { ConfigMap, Job } from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const settings = new ConfigMap(chart, 'Settings', { data: { currency: 'EUR' } });
  const migration = new Job(chart, 'Migration', { containers: [{ image: 'registry.example.com/migrate:1.0.0' }] });
  SyncHook.preSync(migration);
  SyncWaves.of(chart).sequence(settings, migration);
}
