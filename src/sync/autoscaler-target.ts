import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** What the object scales, if it is an autoscaler. cdk8s-plus, and so do we, keeps the target one construct above the object. */
export function autoscalerTargetOf(object: ApiObject): ApiObject | undefined {
  if (object.kind !== 'HorizontalPodAutoscaler' && object.kind !== 'ScaledObject') return undefined;
  const { target } = (object.node.scope ?? {}) as { readonly target?: IConstruct };
  const found = target?.node?.defaultChild;
  return found && ApiObject.isApiObject(found) ? found : undefined;
}
