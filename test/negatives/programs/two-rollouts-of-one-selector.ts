// Two rollouts select the same pods, and name one Service.
import { ApiObject, JsonPatch } from 'cdk8s';
import { type ArgoApp, ArgoChart, BlueGreenRollout, Promotion } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const containers = [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }];
  new BlueGreenRollout(chart, 'Web', { containers, promotion: Promotion.manual() });
  const api = new BlueGreenRollout(chart, 'Api', { containers, promotion: Promotion.manual() });
  ApiObject.of(api).addJsonPatch(
    JsonPatch.replace('/spec/selector/matchLabels/app.kubernetes.io~1name', 'web'),
    JsonPatch.replace('/spec/template/metadata/labels/app.kubernetes.io~1name', 'web'),
    JsonPatch.replace('/spec/strategy/blueGreen/activeService', 'web'),
    JsonPatch.remove('/spec/strategy/blueGreen/previewService'),
  );
}
