import type { AnalysisRunSpec } from '../../imports/types/argo-rollouts/analysis-run';
import type {
  AnalysisTemplate,
  AnalysisTemplateSpec,
  AnalysisTemplateSpecArg,
  AnalysisTemplateSpecMetric,
  AnalysisTemplateSpecMetricProviderCloudWatch,
  AnalysisTemplateSpecMetricProviderDatadog,
  AnalysisTemplateSpecMetricProviderJobSpec,
  AnalysisTemplateSpecMetricProviderKayenta,
  AnalysisTemplateSpecMetricProviderPrometheus,
  AnalysisTemplateSpecMetricProviderPrometheusAuthentication,
  AnalysisTemplateSpecMetricProviderPrometheusHeader,
  AnalysisTemplateSpecMetricProviderWeb,
} from '../../imports/types/argo-rollouts/analysis-template';
import type {
  RolloutSpecStrategyBlueGreenPostPromotionAnalysis,
  RolloutSpecStrategyBlueGreenPostPromotionAnalysisArg,
  RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplate,
  RolloutSpecStrategyCanaryAnalysis,
} from '../../imports/types/argo-rollouts/rollout';

/** Short names for the generated wire types that analysis renders. */
export type AnalysisTemplateWire = AnalysisTemplate;
export type MetricWire = AnalysisTemplateSpecMetric;
export type PrometheusWire = AnalysisTemplateSpecMetricProviderPrometheus;
export type AuthenticationWire = AnalysisTemplateSpecMetricProviderPrometheusAuthentication;
export type HeaderWire = AnalysisTemplateSpecMetricProviderPrometheusHeader;
export type CloudWatchWire = AnalysisTemplateSpecMetricProviderCloudWatch;
export type DatadogWire = AnalysisTemplateSpecMetricProviderDatadog;
export type JobSpecWire = AnalysisTemplateSpecMetricProviderJobSpec;
export type KayentaWire = AnalysisTemplateSpecMetricProviderKayenta;
export type WebWire = AnalysisTemplateSpecMetricProviderWeb;

/** What a provider adds to a metric: how it is measured, and which measurements are good. */
export type MeasuredWire = Pick<MetricWire, 'provider'> & Partial<Pick<MetricWire, 'successCondition' | 'failureCondition'>>;
export type AnalysisTemplateRefWire = RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplate;
export type AnalysisArgWire = RolloutSpecStrategyBlueGreenPostPromotionAnalysisArg;
/** The fields of a metric that say how often it is measured and what decides. */
export type LimitsWire = Pick<MetricWire,
  'interval' | 'initialDelay' | 'count' | 'failureLimit' | 'inconclusiveLimit' | 'consecutiveErrorLimit' | 'consecutiveSuccessLimit'>;
export type BackgroundAnalysisWire = RolloutSpecStrategyCanaryAnalysis;
export type AnalysisRunSpecWire = AnalysisRunSpec;
export type RolloutAnalysisWire = RolloutSpecStrategyBlueGreenPostPromotionAnalysis;
export type TemplateArgWire = AnalysisTemplateSpecArg;
/** How metrics are treated beside what they measure: of a template, of a use, of a run. */
export type MetricTreatmentWire = Pick<AnalysisTemplateSpec, 'dryRun' | 'measurementRetention'>;
