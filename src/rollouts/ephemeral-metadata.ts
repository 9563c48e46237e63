/**
 * Labels and annotations that pods have only while they play a role, such as `track: canary`. The controller sets and takes
 * them off on running pods, so no Service may select by them.
 *
 * @see rollout/ephemeralmetadata.go in argoproj/argo-rollouts
 */
export interface EphemeralMetadata {
  /**
   * Labels of the pods.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the pods.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}
