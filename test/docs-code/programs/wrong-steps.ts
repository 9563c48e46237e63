import { CanaryRollout, CanaryStep, TrafficRouter } from 'cdk8s-argo';
import type { ContainerProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** What does not compile, so nobody calls it: a test compares what the compiler says with docs/journeys/canary.md. */
export function wrongSteps(scope: Construct, containers: ContainerProps[]): void {
  new CanaryRollout(scope, 'Testers', {
    containers,
    trafficRouting: TrafficRouter.nginx({ hosts: ['shop.example.com'] }),
    // @ts-expect-error NGINX has no header routes
    steps: [CanaryStep.setHeaderRoute({ route: 'testers', match: [{ header: 'x-tester', exact: 'yes' }] })],
  });
  new CanaryRollout(scope, 'Pods', {
    containers,
    trafficRouting: TrafficRouter.podRatio(),
    // @ts-expect-error without a router there are no pods apart from the traffic
    steps: [CanaryStep.setCanaryScale({ replicas: 1 })],
  });
  // @ts-expect-error a duration is written 5m
  CanaryStep.pause('5min');
}
