export { AnalysisTrial } from './analysis-trial';
export type { AnalysisTrialProps, RecordedMeasurement, TrialMeasurement, TrialMetric, TrialResult } from './analysis-trial';
export { ArgoCdPolicy, type AskingUser } from './argo-cd-policy';
export { expectCommitted } from './committed';
export { type AssessedHealth, type HealthStatus, LuaHealth, type LuaHealthOptions, type LuaHealthScript } from './lua-health';
export { Manifests } from './manifests';
export type { RecordedOutcome } from './recorded-outcome';
export { TestApp } from './test-app';
