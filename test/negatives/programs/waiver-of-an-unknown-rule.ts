// The acknowledged rule does not exist.
import { type AcknowledgeableRuleId, type ArgoApp, ArgoChart, Validations } from 'cdk8s-argo';
import * as kplus from 'cdk8s-plus-27';

export function program(app: ArgoApp): void {
  const chart = new ArgoChart(app, 'web', { namespace: 'shop' });
  new kplus.ConfigMap(chart, 'Settings', { data: { colour: 'blue' } });
  Validations.of(chart).acknowledge({ rule: 'rollouts/weight-without-router' as string as AcknowledgeableRuleId, reason: 'three pods are enough' });
}
