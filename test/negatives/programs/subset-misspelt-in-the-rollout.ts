// The rollout misspells a subset that its DestinationRule and its routes have.
import { ApiObject, JsonPatch } from 'cdk8s';
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const web = new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio({ splitBy: 'subset' }),
    steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
  });
  const subset = '/spec/strategy/canary/trafficRouting/istio/destinationRule/canarySubsetName';
  ApiObject.of(web).addJsonPatch(JsonPatch.replace(subset, 'cannary'));
}
