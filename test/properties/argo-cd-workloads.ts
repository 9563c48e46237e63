import {
  type ArgoChart, BlueGreenRollout, CanaryRollout, CanaryStep, GatewayRoute, ObjectSyncOption, ObjectSyncOptions, Promotion, TrafficRouter,
} from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import { webContainer } from '../shop';

/** What an Application delivers: a chart with a workload that controllers write into, or with plain objects. */
export type Workload = (chart: ArgoChart) => void;

const ROUTERS = [
  () => TrafficRouter.podRatio(),
  () => TrafficRouter.istio({ hosts: ['web.example.com'], gateways: ['istio-system/public', 'mesh'] }),
  () => TrafficRouter.istio({ splitBy: 'subset' }),
  () => TrafficRouter.nginx({ hosts: ['web.example.com'] }),
  () => TrafficRouter.alb({ hosts: ['web.example.com'] }),
  () => TrafficRouter.gatewayApi({ routes: [GatewayRoute.http({ parentRefs: [{ name: 'public' }], hostnames: ['web.example.com'] })] }),
  () => TrafficRouter.traefik({ apiVersion: 'traefik.io/v1alpha1', hosts: ['web.example.com'] }),
] as const;

const canary: fc.Arbitrary<Workload> = fc.record({
  router: fc.constantFrom(...ROUTERS), scaled: fc.boolean(),
}).map(({ router, scaled }) => (chart) => {
  const target = new CanaryRollout(chart, 'Web', {
    replicas: scaled ? undefined : 5, containers: [webContainer()], trafficRouting: router(), steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
  });
  if (!scaled) return;
  new kplus.HorizontalPodAutoscaler(chart, 'Scaling', {
    target, minReplicas: 5, maxReplicas: 9, metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
  });
});

const blueGreen: fc.Arbitrary<Workload> = fc.constantFrom(() => Promotion.manual(), () => Promotion.automaticAfter('5m'))
  .map((promotion) => (chart) => { new BlueGreenRollout(chart, 'Web', { replicas: 2, containers: [webContainer()], promotion: promotion() }); });

const settings: fc.Arbitrary<Workload> = fc.constantFrom(
  ObjectSyncOption.neverPrune(), ObjectSyncOption.confirmDelete(), ObjectSyncOption.serverSideApply(),
).map((option) => (chart) => {
  ObjectSyncOptions.of(new kplus.ConfigMap(chart, 'Settings', { data: { theme: 'dark' } })).add(option);
});

export const WORKLOADS: fc.Arbitrary<Workload> = fc.oneof(canary, blueGreen, settings);
