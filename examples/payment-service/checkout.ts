import { Arg, BackgroundAnalysis, CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import type { Construct } from 'constructs';
import type { ReleaseChecks } from './checks';
import { container } from './container';

/** What customers see: 5 percent of them first, and more as long as Prometheus and Datadog agree that it works. */
export function checkout(scope: Construct, { datadogSuccessRate, successRate }: ReleaseChecks): void {
  new CanaryRollout(scope, 'Checkout', {
    replicas: 10,
    containers: [container('checkout')],
    trafficRouting: TrafficRouter.istio({ hosts: ['checkout.example.com'], gateways: ['istio-system/public'] }),
    backgroundAnalysis: BackgroundAnalysis.of(
      [datadogSuccessRate.withArgs({ service: 'checkout', hash: Arg.podTemplateHash('Latest') })], { startingStep: 1 },
    ),
    steps: [
      CanaryStep.setWeight(5),
      CanaryStep.pause('5m'),
      CanaryStep.analysis(successRate.withArgs({ service: Arg.canaryService() })),
      ...CanaryStep.ramp([25, 50], { pause: '10m' }),
    ],
  });
}
