import type { RolloutSpecStrategyCanaryTrafficRouting } from '../../imports/types/argo-rollouts/rollout';

/** `spec.strategy.canary.trafficRouting` of a Rollout. */
export type TrafficRoutingWire = RolloutSpecStrategyCanaryTrafficRouting;
