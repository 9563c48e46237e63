import { join } from 'node:path';
import { Include } from 'cdk8s';
import { type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, SyncWaves, TrafficRouter } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';
import { myAppContainer } from './my-app-container';

/** Configuration first, then what reads it. */
export function gitopsWaves(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'gitops-waves', { namespace: 'production' });
  const settings = new kplus.ConfigMap(chart, 'MyAppSettings', { data: { LOG_LEVEL: 'info' } });
  // Ended in dots: the controller would not have opened it, and no pod that needs the Secret would have started. As kubeseal writes it,
  // the file goes through untouched.
  const secrets = new Include(chart, 'MyAppSecrets', { url: join(__dirname, 'gitops-secrets.yaml') });

  // Only annotations were shown. Without names, a spec and something to scale, the API server refuses all three objects.
  // How many pods there are, the autoscaler decides.
  const myApp = new CanaryRollout(chart, 'MyAppOrdered', {
    containers: [{
      ...myAppContainer('v2.0.0', '/health'),
      envFrom: [kplus.Env.fromConfigMap(settings), kplus.Env.fromSecret(kplus.Secret.fromSecretName(chart, 'Secrets', 'my-app-secrets'))],
    }],
    trafficRouting: TrafficRouter.podRatio(),
    steps: CanaryStep.ramp([25, 50], { pause: '5m' }),
  });
  // Came a wave after the Rollout. While a release is paused the Rollout is not healthy, so a change of the autoscaler would have
  // waited for the promotion. It goes with its Rollout here.
  new kplus.HorizontalPodAutoscaler(chart, 'MyAppAutoscaler', {
    target: myApp,
    minReplicas: 4,
    maxReplicas: 12,
    metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
  });
  SyncWaves.of(chart).sequence([settings, secrets], myApp);
}
