import type { MetricLimits } from './metric-limits';
import type { AnalysisPhase, CompletedPhase } from './phase';

/** What the measurements of a metric came to so far. */
export interface Tally {
  readonly successful: number;
  readonly failed: number;
  readonly inconclusive: number;
  readonly consecutiveErrors: number;
  readonly consecutiveSuccesses: number;
  /** All measurements but the errors. */
  readonly count: number;
  /** Errors among them. */
  readonly measured: number;
}

/** Nothing was measured yet. */
export const NO_MEASUREMENTS: Tally = {
  successful: 0, failed: 0, inconclusive: 0, consecutiveErrors: 0, consecutiveSuccesses: 0, count: 0, measured: 0,
};

/** What the controller makes of a metric. */
export interface MetricAssessment {
  readonly phase: AnalysisPhase;
  /** Why it did not succeed: `failed (2) > failureLimit (1)`. */
  readonly reason?: string;
}

/** Adds one measurement. */
export function tallied(tally: Tally, phase: CompletedPhase): Tally {
  const error = phase === 'Error';
  return {
    successful: tally.successful + Number(phase === 'Successful'),
    failed: tally.failed + Number(phase === 'Failed'),
    inconclusive: tally.inconclusive + Number(phase === 'Inconclusive'),
    consecutiveErrors: error ? tally.consecutiveErrors + 1 : 0,
    consecutiveSuccesses: phase === 'Successful' ? tally.consecutiveSuccesses + 1 : 0,
    count: tally.count + Number(!error),
    measured: tally.measured + 1,
  };
}

/**
 * The phase of a metric after its last measurement. `terminating`: the run ends, because another metric did not succeed or
 * because the rollout is through; what has no end of its own is then successful.
 * @see assessMetricStatus of analysis/analysis.go in argoproj/argo-rollouts
 */
export function assessMetric(limits: MetricLimits, tally: Tally, terminating = false): MetricAssessment {
  if (tally.measured === 0) return { phase: terminating ? 'Successful' : 'Pending' };
  const problem = beyondLimit(limits, tally);
  if (problem) return problem;
  const { count, failureLimit, consecutiveSuccessLimit } = limits;
  if (consecutiveSuccessLimit > 0 && tally.consecutiveSuccesses >= consecutiveSuccessLimit) return { phase: 'Successful' };
  if (count !== undefined && tally.count >= count) {
    if (consecutiveSuccessLimit <= 0) return { phase: 'Successful' };
    const reason = `consecutiveSuccesses (${tally.consecutiveSuccesses}) < consecutiveSuccessLimit (${consecutiveSuccessLimit}) after ${tally.count}`;
    return { phase: failureLimit >= 0 ? 'Inconclusive' : 'Failed', reason };
  }
  return { phase: terminating ? 'Successful' : 'Running' };
}

// Errors overrule inconclusive measurements, and those overrule failures.
function beyondLimit(limits: MetricLimits, tally: Tally): MetricAssessment | undefined {
  if (tally.consecutiveErrors > limits.consecutiveErrorLimit) {
    return {
      phase: 'Error', reason: `consecutiveErrors (${tally.consecutiveErrors}) > consecutiveErrorLimit (${limits.consecutiveErrorLimit})`,
    };
  }
  if (tally.inconclusive > limits.inconclusiveLimit) {
    return { phase: 'Inconclusive', reason: `inconclusive (${tally.inconclusive}) > inconclusiveLimit (${limits.inconclusiveLimit})` };
  }
  if (limits.failureLimit >= 0 && tally.failed > limits.failureLimit) {
    return { phase: 'Failed', reason: `failed (${tally.failed}) > failureLimit (${limits.failureLimit})` };
  }
  return undefined;
}
