import type { AnalysisTemplate, AnalysisTemplateSpecMetric, AnalysisTemplateSpecMetricProviderPrometheus } from '../../imports/types/argo-rollouts/analysis-template';
import type {
  RolloutSpecStrategyBlueGreenPostPromotionAnalysisArg,
  RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplate,
} from '../../imports/types/argo-rollouts/rollout';

/** Short names for the generated wire types that analysis renders. */
export type AnalysisTemplateWire = AnalysisTemplate;
export type MetricWire = AnalysisTemplateSpecMetric;
export type PrometheusWire = AnalysisTemplateSpecMetricProviderPrometheus;
export type AnalysisTemplateRefWire = RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplate;
export type AnalysisArgWire = RolloutSpecStrategyBlueGreenPostPromotionAnalysisArg;
