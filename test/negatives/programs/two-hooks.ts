// A Job runs before the sync or after it.
import { type ArgoApp, ArgoChart, SyncHook } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const migration = new kplus.Job(chart, 'Migration', { containers: [{ image: 'registry.example.com/migration:1.0.0' }] });
  SyncHook.preSync(migration);
  SyncHook.postSync(migration);
}
