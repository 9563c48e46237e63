import { type ArgoApp, ArgoChart, CanaryRollout, type CanaryStep, type RouterAbility, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

/** The chart that shows one kind of step. */
export function chartFor(app: ArgoApp, step: string): ArgoChart {
  return new ArgoChart(app, step, { namespace: 'shop' });
}

/** A web server in the mesh, released by these steps. */
export function web(chart: ArgoChart, steps: readonly CanaryStep<RouterAbility>[]): CanaryRollout {
  return new CanaryRollout(chart, 'Web', {
    replicas: 10,
    containers: [{
      image: 'registry.example.com/shop/web:4.2.0', portNumber: 8080,
      readiness: kplus.Probe.fromHttpGet('/healthz'), liveness: kplus.Probe.fromHttpGet('/livez'),
    }],
    trafficRouting: TrafficRouter.istio({ hosts: ['shop.example.com'], gateways: ['istio-system/public'] }),
    steps,
  });
}
