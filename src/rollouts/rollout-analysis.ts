import type { AnalysisOptions } from '../analysis/analysis-options';
import { analysisToKube, type AnalysisTarget, type BoundAnalysis, refuseConflicts } from '../analysis/bound-analysis';
import type { RolloutAnalysisWire } from './wire';

/** Checks that run as one analysis, and how their metrics are treated. */
export interface TreatedChecks extends AnalysisOptions {
  /** What is checked. */
  readonly checks: readonly [BoundAnalysis, ...BoundAnalysis[]];
}

/** An analysis of a rollout: its checks, or its checks and how their metrics are treated. */
export type RolloutAnalysis = readonly BoundAnalysis[] | TreatedChecks;

/** The checks of an analysis. */
export function checksOf(analysis: RolloutAnalysis = []): readonly BoundAnalysis[] {
  return 'checks' in analysis ? analysis.checks : analysis;
}

/** Refuses checks that cannot run as one analysis, at the line that puts them together. */
export function refuseConflictsOf(analysis: RolloutAnalysis | undefined): void {
  refuseConflicts(checksOf(analysis), optionsOf(analysis));
}

/** The wire form of an analysis; nothing when it has no check. */
export function rolloutAnalysisToKube(analysis: RolloutAnalysis | undefined, target: AnalysisTarget): RolloutAnalysisWire | undefined {
  const checks = checksOf(analysis);
  if (checks.length === 0) return undefined;
  return analysisToKube(checks, target, optionsOf(analysis));
}

function optionsOf(analysis: RolloutAnalysis = []): AnalysisOptions {
  return 'checks' in analysis ? analysis : {};
}
