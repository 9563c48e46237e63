import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { adopt } from '../app/adopt';
import { type DurationLike, secondsOf } from '../manifests/duration';
import { fail } from '../render/construct-error';
import { nameFor } from '../render/object-name';
import type { IRollout } from '../rollouts/any-rollout';
import { type KedaTrigger, RESOURCE_SCALERS } from './keda-trigger';

/** How many pods there are while KEDA cannot read a metric. */
export interface KedaFallback {
  /** How many reads in a row have to fail. */
  readonly failureThreshold: number;
  /** How many pods there are then. */
  readonly replicas: number;
  /**
   * What becomes of the number there is: `static` replaces it, `currentReplicas` keeps it, and the other two keep it when it is
   * above, or below, `replicas`.
   * @default 'static'
   */
  readonly behavior?: 'static' | 'currentReplicas' | 'currentReplicasIfHigher' | 'currentReplicasIfLower';
}

/** What a `KedaScaledObject` is made of. */
export interface KedaScaledObjectProps {
  /** What is scaled. Its `replicas` are left out of the YAML: KEDA writes them. */
  readonly target: IRollout;
  /** The fewest pods. KEDA itself says 0, which stops the rollout when nothing is asked of it, so it has to be said. */
  readonly minReplicaCount: number;
  /** The most pods. */
  readonly maxReplicaCount: number;
  /** What is measured. The trigger that asks for most pods decides. */
  readonly triggers: readonly [KedaTrigger, ...KedaTrigger[]];
  /**
   * How many pods there are while a metric cannot be read.
   * @default - as many as there were
   */
  readonly fallback?: KedaFallback;
  /**
   * How often KEDA looks, while there is no pod.
   * @default 30s
   */
  readonly pollingInterval?: DurationLike;
  /**
   * How long KEDA waits before it takes the last pod away.
   * @default 5m
   */
  readonly cooldownPeriod?: DurationLike;
  /**
   * Name, namespace, labels and annotations.
   * @default - the name comes from the ids, the rest from the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * Lets KEDA decide how many pods a rollout has, by events and metrics. KEDA makes a HorizontalPodAutoscaler from it, so the
 * rollout must have no other. For a ScaledObject that is made elsewhere call `rollout.markHasAutoscaler()` instead, which leaves
 * the replicas to it.
 *
 * @see apis/keda/v1alpha1/scaledobject_types.go in kedacore/keda
 */
export class KedaScaledObject extends Construct {
  /** What is scaled. */
  public readonly target: IRollout;

  public constructor(scope: Construct, id: string, props: KedaScaledObjectProps) {
    super(scope, id);
    adopt(this);
    this.target = props.target;
    const triggers = props.triggers.map((trigger) => trigger._toKube());
    this.checkCounts(props);
    this.checkResourceScalers(props, triggers.map(({ type }) => type));
    if (props.target.hasAutoscaler) {
      throw fail(this, `${props.target.name} has an autoscaler already, and two of them would write its replicas in turn. put the metrics of both into one`);
    }
    props.target.markHasAutoscaler();
    const { apiVersion, kind, name } = props.target.toScalingTarget();
    new ApiObject(this, 'Resource', {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata: { ...props.metadata, name: nameFor(this, props.metadata) },
      spec: {
        scaleTargetRef: { apiVersion, kind, name },
        minReplicaCount: props.minReplicaCount,
        maxReplicaCount: props.maxReplicaCount,
        pollingInterval: props.pollingInterval && secondsOf(props.pollingInterval, 'pollingInterval'),
        cooldownPeriod: props.cooldownPeriod && secondsOf(props.cooldownPeriod, 'cooldownPeriod'),
        fallback: props.fallback,
        triggers,
      },
    });
  }

  private checkCounts({ minReplicaCount, maxReplicaCount, fallback }: KedaScaledObjectProps): void {
    const counts = { minReplicaCount, maxReplicaCount, 'fallback.replicas': fallback?.replicas, 'fallback.failureThreshold': fallback?.failureThreshold };
    for (const [field, value] of Object.entries(counts)) {
      if (value !== undefined && (!Number.isInteger(value) || value < 0)) throw fail(this, `${field} is ${value}. give a whole number, 0 or more`);
    }
    if (maxReplicaCount < Math.max(minReplicaCount, 1)) {
      throw fail(this, `maxReplicaCount is ${maxReplicaCount} and minReplicaCount ${minReplicaCount}. give a maximum of at least ${Math.max(minReplicaCount, 1)}`);
    }
  }

  // Both are refused by KEDA's webhook where it is installed, and do nothing where it is not.
  private checkResourceScalers({ minReplicaCount, fallback }: KedaScaledObjectProps, types: readonly string[]): void {
    if (!types.every((type) => RESOURCE_SCALERS.has(type))) return;
    if (minReplicaCount === 0) {
      throw fail(this, `minReplicaCount is 0, but ${types.join(' and ')} of no pods says nothing, so none would ever start. say at least 1, or add a trigger that sees the demand`);
    }
    if (fallback) {
      throw fail(this, `a fallback does not work with ${types.join(' and ')} alone: KEDA does not read them itself. leave the fallback out, or add another trigger`);
    }
  }
}
