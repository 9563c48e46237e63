// Two objects of one name cannot be argued away.
import { type AcknowledgeableRuleId, type ArgoApp, ArgoChart, Validations } from 'cdk8s-argo';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  Validations.of(chart).acknowledge({ rule: 'manifests/unique' as string as AcknowledgeableRuleId, reason: 'they are the same' });
}
