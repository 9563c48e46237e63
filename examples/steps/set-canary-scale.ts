import { type ArgoApp, CanaryStep } from 'cdk8s-argo';
import { chartFor, web } from './web';

/** Half of the pods come up and get warm before the first request; from 50 % on their number follows the traffic again. */
export function setCanaryScale(app: ArgoApp): void {
  web(chartFor(app, 'set-canary-scale'), [
    CanaryStep.setCanaryScale({ weight: 50 }),
    CanaryStep.pause('5m'),
    CanaryStep.setWeight(10),
    CanaryStep.pause('10m'),
    CanaryStep.setWeight(50),
    CanaryStep.setCanaryScale({ matchTrafficWeight: true }),
    CanaryStep.pause('10m'),
  ]);
}
