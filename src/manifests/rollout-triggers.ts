/** The triggers that Argo Rollouts ships with a template each: `manifests/notifications` in argoproj/argo-rollouts. */
export const BUNDLED_ROLLOUT_TRIGGERS = [
  'on-analysis-run-error',
  'on-analysis-run-failed',
  'on-analysis-run-running',
  'on-rollout-aborted',
  'on-rollout-completed',
  'on-rollout-paused',
  'on-rollout-step-completed',
  'on-rollout-updated',
  'on-scaling-replica-set',
] as const;

/** The other events of a Rollout that can be told about, once a trigger of that name is configured. */
export const OTHER_ROLLOUT_TRIGGERS = [
  'on-analysis-run-inconclusive',
  'on-analysis-run-pending',
  'on-analysis-run-successful',
  'on-experiment-created',
  'on-load-balancer-not-found',
  'on-new-replica-set-created',
  'on-reconciliation-error',
  'on-replica-set-create-error',
  'on-rollout-deleted',
  'on-rollout-healthy',
  'on-rollout-not-completed',
  'on-rollout-resumed',
  'on-skip-steps',
  'on-step-plugin-transition',
  'on-switch-service',
  'on-target-group-unverified',
  'on-target-group-verified',
  'on-target-group-verify-error',
  'on-traffic-routing-error',
  'on-traffic-weight-updated',
  'on-weight-verify-error',
] as const;

/** A trigger that a notification template comes with. */
export type BundledRolloutTrigger = (typeof BUNDLED_ROLLOUT_TRIGGERS)[number];

/**
 * What a notification can be sent about. The controller makes the name from the reason of its event: `RolloutAborted` gives
 * `on-rollout-aborted`. A trigger of any other name never fires.
 *
 * @see utils/record/record.go in argoproj/argo-rollouts
 */
export type RolloutTrigger = BundledRolloutTrigger | (typeof OTHER_ROLLOUT_TRIGGERS)[number];
