// Who takes a finding out of the report says why.
import { type ArgoApp, ArgoChart, Validations } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  Validations.of(chart).acknowledge({ rule: 'rollouts/weights-without-router', reason: ' ' });
}
