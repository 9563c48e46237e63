import { ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import type { IRollout } from '../rollouts/any-rollout';
import type { DisruptionBudgetWire } from './wire';

/** How many pods an eviction has to leave, or may take: one of the two, as a number of pods or a percentage of the replicas. */
export type DisruptionAllowance =
  | {
    /** At least this many pods stay up: `2`, or `'75%'`, rounded up. */
    readonly minAvailable: number | `${number}%`;
    readonly maxUnavailable?: undefined;
  }
  | {
    /** At most this many pods are away at a time: `1`, or `'25%'`, rounded up. It fits any number of replicas. */
    readonly maxUnavailable: number | `${number}%`;
    readonly minAvailable?: undefined;
  };

/** What a `DisruptionBudget` is made of. */
export type DisruptionBudgetProps = DisruptionAllowance & {
  /** Whose pods are protected. */
  readonly rollout: IRollout;
  /**
   * Whether pods that run and are not ready may be evicted while the budget is spent. `IfHealthyBudget` lets one broken release
   * keep a node from being drained.
   * @default 'AlwaysAllow'
   */
  readonly unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
};

/**
 * Keeps a node drain or a cluster upgrade from taking too many pods of a rollout at once: a PodDisruptionBudget. It counts the
 * pods of both versions while a release runs. It does not limit a release itself.
 *
 * @see pkg/controller/disruption/disruption.go in kubernetes/kubernetes
 */
export class DisruptionBudget extends Construct {
  public constructor(scope: Construct, id: string, private readonly props: DisruptionBudgetProps) {
    super(scope, id);
    adopt(this);
    this.checkAllowance();
    new ApiObject(this, 'Resource', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
  }

  /** @internal */
  public _toKube(): DisruptionBudgetWire {
    this.checkReplicas();
    const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy = 'AlwaysAllow', rollout } = this.props;
    return {
      minAvailable,
      maxUnavailable,
      unhealthyPodEvictionPolicy,
      selector: { matchLabels: rollout.toPodSelectorConfig().labelSelector._toKube().matchLabels },
    };
  }

  private checkAllowance(): void {
    const { minAvailable, maxUnavailable } = this.props;
    const [field, value] = minAvailable === undefined ? ['maxUnavailable', maxUnavailable] as const : ['minAvailable', minAvailable] as const;
    const valid = typeof value === 'number' ? Number.isInteger(value) && value >= 0 : /^(\d{1,2}|100)%$/.test(value);
    if (!valid) {
      throw fail(this, `${field} is ${JSON.stringify(value)}. give a whole number of pods such as 1, or a percentage of the replicas such as "25%"`);
    }
    if (maxUnavailable === 0 || maxUnavailable === '0%' || minAvailable === '100%') {
      throw fail(this, `${field} ${value} lets no pod be evicted, so no node under one could ever be drained. let at least one go: maxUnavailable: 1`);
    }
  }

  // Only now it is known whether an autoscaler decides on the number of pods.
  private checkReplicas(): void {
    const { minAvailable, rollout } = this.props;
    if (minAvailable === undefined || rollout.hasAutoscaler) return;
    const replicas = rollout.toScalingTarget().replicas ?? 1;
    const needed = typeof minAvailable === 'number' ? minAvailable : Math.ceil(replicas * Number.parseInt(minAvailable, 10) / 100);
    if (replicas === 0 || needed < replicas) return;
    throw fail(this, `minAvailable ${minAvailable} of ${replicas} ${replicas === 1 ? 'replica' : 'replicas'} lets no pod be evicted, so no node under one ` +
      `could ever be drained. ${replicas === 1 ? 'run at least 2 replicas' : `say maxUnavailable: 1, or ask for at most ${replicas - 1}`}`);
  }
}
