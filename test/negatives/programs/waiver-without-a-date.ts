// The end of an acknowledgement is a day.
import { type ArgoApp, ArgoChart, Validations } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  Validations.of(chart).acknowledge({ rule: 'rollouts/weights-without-router', reason: 'few pods', until: 'next spring' });
}
