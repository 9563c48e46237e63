import { AntiAffinity, type ArgoApp, BlueGreenRollout, Promotion } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import { chartFor } from './web';

/** Everything about a blue-green rollout that is no check: how it waits, what stays, and how it goes back. */
export function blueGreen(app: ArgoApp): void {
  new BlueGreenRollout(chartFor(app, 'blue-green'), 'Web', {
    replicas: 6,
    containers: [{
      image: 'registry.example.com/shop/web:4.2.0', portNumber: 8080,
      readiness: kplus.Probe.fromHttpGet('/healthz'), liveness: kplus.Probe.fromHttpGet('/livez'),
    }],
    promotion: Promotion.automaticAfter('15m'),
    previewReplicaCount: 2,
    previewMetadata: { labels: { 'example.com/track': 'preview' } },
    activeMetadata: { labels: { 'example.com/track': 'active' } },
    antiAffinity: AntiAffinity.preferred(),
    scaleDownDelay: '10m',
    scaleDownDelayRevisionLimit: 2,
    abortScaleDownDelay: 'never',
    revisionHistoryLimit: 5,
    rollbackWindow: 3,
  });
}
