import type {
  Rollout,
  RolloutSpecStrategy,
  RolloutSpecStrategyBlueGreenPostPromotionAnalysis,
  RolloutSpecStrategyCanaryStep,
  RolloutSpecTemplateSpec,
} from '../../imports/types/argo-rollouts/rollout';

/** Short names for the generated wire types that rollouts render. */
export type RolloutWire = Rollout;
export type RolloutStrategyWire = RolloutSpecStrategy;
export type RolloutAnalysisWire = RolloutSpecStrategyBlueGreenPostPromotionAnalysis;
export type CanaryStepWire = RolloutSpecStrategyCanaryStep;
export type PodSpecWire = RolloutSpecTemplateSpec;
