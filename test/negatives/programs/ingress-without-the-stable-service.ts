// The Ingress is made by hand, and leads to another Service than the one that the load balancer splits.
import { ApiObject } from 'cdk8s';
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, IngressRef, TrafficRouter } from 'cdk8s-argo';
import { Probe } from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.alb({ ingress: IngressRef.fromName('edge') }),
    steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
  });
  new ApiObject(chart, 'Edge', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'edge' },
    spec: {
      ingressClassName: 'alb',
      rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web-canary', port: { number: 8080 } } } }] } }],
    },
  });
}
