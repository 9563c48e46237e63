// Nobody can go back to a ReplicaSet that is no longer there.
import { type ArgoApp, ArgoChart, BlueGreenRollout, Promotion } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new BlueGreenRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    promotion: Promotion.manual(),
    revisionHistoryLimit: 3,
    rollbackWindow: 5,
  });
}
