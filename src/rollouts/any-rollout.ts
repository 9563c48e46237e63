import type * as kplus from 'cdk8s-plus-27';

/**
 * Any rollout, whether it has pods of its own or takes those of a Deployment: what companions need to know of it. Autoscalers and
 * network policies of cdk8s-plus take it as well.
 */
export interface IRollout extends kplus.IPodSelector, kplus.IScalable {
  /** What the API server calls its kind. It keeps a Deployment from being taken for a rollout. */
  readonly resourceType: 'rollouts';
  /** Name of the Rollout. */
  readonly name: string;
  /** Containers of its pods. None when the Deployment that they come from is made elsewhere. */
  readonly containers: readonly kplus.Container[];
}
