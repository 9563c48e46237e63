// The preview would be production.
import { ApiObject, JsonPatch } from 'cdk8s';
import { type ArgoApp, ArgoChart, BlueGreenRollout, Promotion } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const web = new BlueGreenRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    promotion: Promotion.manual(),
  });
  ApiObject.of(web).addJsonPatch(JsonPatch.replace('/spec/strategy/blueGreen/previewService', web.activeService.name));
}
