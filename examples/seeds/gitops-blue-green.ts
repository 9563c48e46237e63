import { Arg, type ArgoApp, ArgoChart, BlueGreenRollout, PodMonitor, Promotion } from 'cdk8s-argo';
import type { GitopsChecks } from './gitops-checks';
import { myAppContainer } from './my-app-container';

/** Blue-green with a smoke test before the promotion and a look at the errors after it. */
export function gitopsBlueGreen(app: ArgoApp, { errorRate, smokeTest }: GitopsChecks): ArgoChart {
  const chart = new ArgoChart(app, 'gitops-blue-green', { namespace: 'production' });

  // The Rollout was in production and its two Services in no namespace, so they only met where somebody applied them by hand with
  // the right one. Here all of them are in the namespace of the chart.
  const myApp = new BlueGreenRollout(chart, 'MyApp', {
    replicas: 5,
    revisionHistoryLimit: 3,
    containers: [myAppContainer('v2.0.0', '/health')],
    ports: [{ port: 80, targetPort: 8080 }],
    promotion: Promotion.manual(),
    scaleDownDelay: '5m',
    prePromotionAnalysis: [smokeTest.withArgs({ service: Arg.previewService() })],
    // Was named success-rate, a template that is nowhere: the Rollout would have been Degraded before its first pod.
    postPromotionAnalysis: [errorRate.withArgs({ hash: Arg.podTemplateHash('Latest') })],
  });
  new PodMonitor(chart, 'MyAppMetrics', { rollout: myApp, port: 'http' });
  return chart;
}
