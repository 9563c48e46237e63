import type { Experiment, ExperimentSpecTemplate } from '../../imports/types/argo-rollouts/experiment';
import type {
  Rollout,
  RolloutSpecStrategy,
  RolloutSpecStrategyBlueGreenAntiAffinity,
  RolloutSpecStrategyBlueGreenPostPromotionAnalysis,
  RolloutSpecStrategyCanary,
  RolloutSpecStrategyCanaryStep,
  RolloutSpecStrategyCanaryStepExperiment,
  RolloutSpecStrategyCanaryStepExperimentTemplate,
  RolloutSpecTemplateSpec,
} from '../../imports/types/argo-rollouts/rollout';

/** Short names for the generated wire types that rollouts render. */
export type RolloutWire = Rollout;
export type RolloutStrategyWire = RolloutSpecStrategy;
export type CanaryWire = RolloutSpecStrategyCanary;
export type RolloutAnalysisWire = RolloutSpecStrategyBlueGreenPostPromotionAnalysis;
export type AntiAffinityWire = RolloutSpecStrategyBlueGreenAntiAffinity;
export type CanaryStepWire = RolloutSpecStrategyCanaryStep;
export type ExperimentStepWire = RolloutSpecStrategyCanaryStepExperiment;
export type ExperimentStepTemplateWire = RolloutSpecStrategyCanaryStepExperimentTemplate;
export type ExperimentWire = Experiment;
export type ExperimentTemplateWire = ExperimentSpecTemplate;
export type PodSpecWire = RolloutSpecTemplateSpec;
