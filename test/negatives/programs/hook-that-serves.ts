// A rollout is made a hook, so every sync would delete it and make it again.
import { type ArgoApp, ArgoChart, SyncHook } from 'cdk8s-argo';
import { Deployment, Probe } from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const mailer = new Deployment(chart, 'Mailer', {
    containers: [{ image: 'registry.example.com/mailer:1.0.0', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
  });
  SyncHook.preSync(mailer);
}
