import { type ArgoApp, CanaryStep } from 'cdk8s-argo';
import { chartFor, web } from './web';

/** Traffic in four steps, the first of them until a person has looked. */
export function setWeightAndPause(app: ArgoApp): void {
  web(chartFor(app, 'set-weight-and-pause'), [
    CanaryStep.setWeight(5),
    CanaryStep.pauseUntilPromoted(),
    ...CanaryStep.ramp([20, 50, 80], { pause: '10m' }),
  ]);
}
