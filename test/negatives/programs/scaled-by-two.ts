// KEDA makes an autoscaler of its own; cdk8s-plus does not look whether there is one already.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, KedaScaledObject, KedaTrigger, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  const target = new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.istio(),
    steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
  });
  new KedaScaledObject(chart, 'Scaling', { target, minReplicaCount: 2, maxReplicaCount: 9, triggers: [KedaTrigger.cpuUtilization(70)] });
  new kplus.HorizontalPodAutoscaler(chart, 'Autoscaler', { target, minReplicas: 3, maxReplicas: 12 });
}
