// A namespace is made a hook, so every sync would delete it with all that is in it.
import { type ArgoApp, ArgoChart, SyncHook } from 'cdk8s-argo';
import { Namespace } from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  SyncHook.preSync(new Namespace(chart, 'Shop'));
}
