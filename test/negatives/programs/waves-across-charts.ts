// Waves order the objects of one Application, and nothing else orders these two.
import { type ArgoApp, ArgoChart, SyncWaves } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const database = new ArgoChart(app, 'database', { namespace: 'shop' });
  const schema = new kplus.ConfigMap(database, 'Schema', { data: { a: 'b' } });
  const settings = new kplus.ConfigMap(chart, 'Settings', { data: { a: 'b' } });
  SyncWaves.of(chart).sequence(schema, settings);
}
