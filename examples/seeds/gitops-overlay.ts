import {
  Arg, type ArgoApp, ArgoChart, CanaryRollout, CanaryStep, type Check, PodMonitor, type RequiredArg, TrafficRouter,
} from 'cdk8s-argo';
import type { Construct } from 'constructs';
import { errorRateCheck } from './gitops-checks';
import { myAppContainer } from './my-app-container';

/** What differs from one environment to the next. */
interface MyAppProps {
  readonly replicas: number;
  /** How it is released there, with the check to use. */
  readonly steps: (errorRate: Check<{ readonly hash: RequiredArg }>) => readonly CanaryStep<never>[];
}

/** `my-app` of one environment. Both are canaries, and no prop could make one of them anything else. */
class MyApp extends ArgoChart {
  public constructor(scope: Construct, id: string, { replicas, steps }: MyAppProps) {
    super(scope, id, { namespace: id });
    const myApp = new CanaryRollout(this, 'MyApp', {
      replicas,
      revisionHistoryLimit: 3,
      containers: [myAppContainer('v2.0.0', '/health')],
      trafficRouting: TrafficRouter.podRatio(),
      steps: steps(errorRateCheck(this)),
    });
    new PodMonitor(this, 'MyAppMetrics', { rollout: myApp, port: 'http' });
  }
}

/**
 * An overlay patched a canary onto a base that was blue-green. Kustomize would have kept both strategies, and a Rollout with two is
 * refused. A prop for each environment is what the overlay was meant to be.
 */
export function gitopsOverlay(app: ArgoApp): void {
  new MyApp(app, 'my-app-staging', {
    replicas: 5,
    steps: () => CanaryStep.ramp([20, 60], { pause: '5m' }),
  });
  new MyApp(app, 'my-app-production', {
    replicas: 20,
    steps: (errorRate) => [
      CanaryStep.setWeight(5),
      CanaryStep.pause('10m'),
      // Passed no argument though the check requires one, so the controller would have refused the Rollout. Without one this does not
      // compile.
      CanaryStep.analysis(errorRate.withArgs({ hash: Arg.podTemplateHash('Latest') })),
      ...CanaryStep.ramp([25, 50], { pause: '15m' }),
      CanaryStep.setWeight(75),
      CanaryStep.pause('10m'),
    ],
  });
}
