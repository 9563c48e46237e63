import { Size } from 'cdk8s';
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, PodMonitor, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import { errorRateCheck } from './gitops-that-works-check';

/** The canary of a Helm chart. The image that a template filled in is a prop, and the check stands beside the rollout. */
export function gitopsThatWorksCanary(app: ArgoApp, image: string): void {
  const chart = new ArgoChart(app, 'gitops-that-works-canary', { namespace: 'api-service' });

  // The chart had a Deployment too, with the same labels and an autoscaler of its own. Both would have run, and the autoscaler would
  // have scaled the one that is never released.
  const api = new CanaryRollout(chart, 'ApiService', {
    replicas: 10,
    containers: [{
      name: 'api',
      image,
      ports: [{ name: 'http', number: 8080 }],
      resources: {
        cpu: { request: kplus.Cpu.millis(250) },
        memory: { request: Size.mebibytes(512), limit: Size.mebibytes(512) },
      },
      readiness: kplus.Probe.fromHttpGet('/healthz', { port: 8080 }),
    }],
    // The template carried no labels, so it did not match the selector and the controller refused the Rollout. The label that it is
    // selected by is always there; this one is for the query.
    podMetadata: { labels: { app: 'api-service' } },
    // The query asked for track="canary", which no pod ever had: it would have found nothing, however bad the canary was.
    canaryMetadata: { labels: { track: 'canary' } },
    stableMetadata: { labels: { track: 'stable' } },
    // Shares of pods, which ten pods can split so. The two Services that were named, and made by nobody, would not have mixed them.
    trafficRouting: TrafficRouter.podRatio(),
    steps: [
      CanaryStep.setWeight(10),
      CanaryStep.pause('5m'),
      CanaryStep.analysis(errorRateCheck(chart).withArgs()),
      CanaryStep.setWeight(50),
      CanaryStep.pause('10m'),
    ],
  });
  new PodMonitor(chart, 'ApiServiceMetrics', { rollout: api, port: 'http', podTargetLabels: ['app', 'track'] });
}
