// One Service cannot lead to the stable pods and to the canary pods.
import { ApiObject, JsonPatch } from 'cdk8s';
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const web = new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
  });
  ApiObject.of(web).addJsonPatch(JsonPatch.replace('/spec/strategy/canary/canaryService', web.stableService.name));
}
