// An object that cannot be rendered would be missing in Git, which nobody can answer for.
import { type AcknowledgeableRuleId, type ArgoApp, ArgoChart, Validations } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  Validations.of(chart).acknowledge({ rule: 'constructs/renders' as string as AcknowledgeableRuleId, reason: 'the others are enough' });
}
