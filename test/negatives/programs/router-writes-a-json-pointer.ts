// A router of one's own says what its plugin writes, in another language than Argo CD reads.
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, type JqPath, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

const written = ['/spec/backends/*/weight'] as string[];

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new CanaryRollout(chart, 'Web', {
    containers: [{ image: 'registry.example.com/web:1.0.0', portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/healthz') }],
    trafficRouting: TrafficRouter.plugin('example/edge', {}, { controllerWrites: [
      { apiVersion: 'edge.example.com/v1', kind: 'EdgeRoute', name: 'web', jqPathExpressions: written as [JqPath] },
    ] }),
    steps: [CanaryStep.setWeight(20), CanaryStep.pause('5m')],
  });
}
