// Argo CD starts the hooks of a deletion all at once.
import { type ArgoApp, ArgoChart, SyncHook, SyncWaves } from 'cdk8s-argo';
import { Job } from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const backup = new Job(chart, 'Backup', { containers: [{ image: 'registry.example.com/backup:1.0.0' }] });
  const upload = new Job(chart, 'Upload', { containers: [{ image: 'registry.example.com/upload:1.0.0' }] });
  for (const job of [backup, upload]) SyncHook.preDelete(job);
  SyncWaves.of(chart).sequence(backup, upload);
}
