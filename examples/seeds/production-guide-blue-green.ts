import { AntiAffinity, Arg, type ArgoApp, ArgoChart, BlueGreenRollout, Promotion } from 'cdk8s-argo';
import { myAppContainer } from './my-app-container';
import type { ProductionGuideChecks } from './production-guide-checks';

/** The same container, moved to at once by a person. */
export function productionGuideBlueGreen(app: ArgoApp, { errorRate, smokeTest }: ProductionGuideChecks): void {
  const chart = new ArgoChart(app, 'production-guide-blue-green', { namespace: 'my-app-prod' });

  new BlueGreenRollout(chart, 'MyAppBluegreen', {
    replicas: 5,
    revisionHistoryLimit: 3,
    // Had no probes and no resources: pods would have taken requests before they could answer them.
    containers: [myAppContainer('v2.1.0', '/healthz')],
    // Also said to promote by itself after 300 seconds. The controller does not look at that when a person is to promote, so whoever
    // relied on it would have waited for ever.
    promotion: Promotion.manual(),
    // Error rates and latencies of the preview Service were asked for here, where no client is yet: there is nothing to count.
    prePromotionAnalysis: [smokeTest.withArgs({ service: Arg.previewService() })],
    postPromotionAnalysis: [errorRate.withArgs({ service: Arg.activeService() })],
    scaleDownDelay: '10m',
    scaleDownDelayRevisionLimit: 2,
    antiAffinity: AntiAffinity.preferred(100),
  });
}
