export { ArgoApp, type ArgoAppProps } from './app/argo-app';
export { ArgoChart, type ArgoChartProps } from './app/argo-chart';
export type { ReportFormat } from './app/report';
export type { SynthResult } from './app/synth-result';
export { type Acknowledgement, Validations } from './app/validations';

export { CanaryRollout, type CanaryRolloutProps } from './rollouts/canary-rollout';
export { CanaryStep, type RampOptions } from './rollouts/canary-step';
export { BlueGreenRollout, type BlueGreenRolloutProps } from './rollouts/blue-green-rollout';
export { Promotion } from './rollouts/promotion';
export { type NotificationRecipients, NotificationSubscription } from './rollouts/notification-subscription';
export type { BundledRolloutTrigger, RolloutTrigger } from './manifests/rollout-triggers';
export { Rollout, type RolloutProps } from './rollouts/rollout';
export type { PodSpecOverrides } from './rollouts/pod-spec';

export { TrafficRouter } from './traffic/traffic-router';
export type { ITrafficRouter, TrafficRouterConfig, TrafficRouterTarget } from './traffic/router-binding';
export type { IstioReach, IstioRouterProps } from './traffic/istio/istio-router';

export { AnalysisCheck, type AnalysisCheckProps } from './analysis/analysis-check';
export { BoundAnalysis } from './analysis/bound-analysis';
export {
  Arg, type ArgDeclarations, type ArgReference, type ArgReferences, type ArgValue, type ArgValues, type DefaultedArg, type RequiredArg,
  type RuntimeArg, type ServiceRole, type WithArgs,
} from './analysis/argument';
export { type ComparisonOptions, Condition, type ConditionExpressions, type NoData } from './analysis/condition';
export { Metric } from './analysis/metric';
export { Measurements, type MeasurementsProps } from './analysis/measurements';
export type { IntendedLimits, MetricProps, RawLimits, Repetition } from './analysis/metric-props';
export { type PromQl, promql } from './analysis/promql';
export type { PrometheusMetricProps } from './analysis/providers/prometheus';

export { type GitRepositoryProps, Repository } from './fleet/repository';
export { AppOfApps, type AppOfAppsProps, ChildApplication, type ChildApplicationOptions } from './apps/app-of-apps';
export { Application, type ApplicationProps } from './apps/application';
export { Destination } from './apps/destination';
export { type GitSourceProps, Source } from './apps/source';
export { type AutomatedSyncOptions, type SyncOptions, SyncPolicy } from './apps/sync-policy';

export type { AnyClustersGenerator, ClusterParameters } from './appsets/cluster-parameters';
export { Generator } from './appsets/generator';
export { ClustersGenerator, type ClustersGeneratorProps } from './appsets/generators/clusters';
export { type ApplicationTemplate, type ClustersGenerators, MultiClusterAppSet, type MultiClusterAppSetProps } from './appsets/multi-cluster-app-set';
export type { RollingSyncStep } from './appsets/rolling-sync';

export { type HookDeletePolicy, SyncHook, type SyncHookOptions } from './sync/sync-hook';
export { SyncWaves } from './sync/sync-waves';

export type { JsonObject, JsonValue } from './manifests/json';
export type { Manifest, ManifestMetadata, ObjectId } from './manifests/manifest';
export type { ManifestEntry } from './manifests/manifest-set';
export type { Pointer } from './manifests/pointer';
export type { Provenance } from './manifests/provenance';
export type { Unit, UnitDestination } from './manifests/unit';
export { ConstructError } from './render/construct-error';
export type { DurationLike } from './manifests/duration';
export type { Finding, FindingDetails, Severity } from './validation/finding';
export type { SkippedCheck, ValidationResult } from './validation/result';
export type { Targets } from './validation/targets';
export { ValidationError } from './validation/validation-error';
export type { WaivedFinding } from './validation/waivers';
