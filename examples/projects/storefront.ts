import { ArgoChart, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** What the Applications of the project deliver. */
export class Storefront extends ArgoChart {
  public constructor(scope: Construct, id: string, props: { readonly replicas: number }) {
    super(scope, id, { namespace: 'shop' });
    new CanaryRollout(this, 'Storefront', {
      replicas: props.replicas,
      containers: [{ image: 'registry.example.com/shop/storefront:4.2.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
      trafficRouting: TrafficRouter.podRatio(),
      steps: [...CanaryStep.ramp([25, 50], { pause: '10m' })],
    });
  }
}
