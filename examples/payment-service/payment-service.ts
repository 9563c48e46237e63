import { Arg, BlueGreenRollout, Promotion } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import type { ReleaseChecks } from './checks';
import { container } from './container';

/** Takes payments. Two versions would not agree about the tables, so all traffic moves at once, when a person says so. */
export function paymentService(scope: Construct, { smokeTest, successRate }: ReleaseChecks): BlueGreenRollout {
  return new BlueGreenRollout(scope, 'PaymentService', {
    replicas: 6,
    containers: [container('payment-service')],
    prePromotionAnalysis: [smokeTest.withArgs({ service: Arg.previewService() })],
    promotion: Promotion.manual(),
    postPromotionAnalysis: [successRate.withArgs({ service: Arg.activeService() })],
    // So long the old pods wait to take over again.
    scaleDownDelay: '5m',
  });
}
