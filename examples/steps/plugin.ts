import { type ArgoApp, CanaryStep } from 'cdk8s-argo';
import { chartFor, web } from './web';

/** What the step plugin of this company wants to know. */
interface ChangeGate {
  readonly ticket: string;
  readonly approvers: number;
}

/** A step of one's own: it is done when the change has been approved. The Rollouts controller has to know the plugin. */
export function plugin(app: ArgoApp): void {
  web(chartFor(app, 'plugin'), [
    CanaryStep.plugin<ChangeGate>('example-org/change-gate', { ticket: 'CHG-4711', approvers: 2 }),
    ...CanaryStep.ramp([20, 60], { pause: '10m' }),
  ]);
}
