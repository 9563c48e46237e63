/** How far an analysis, a metric or a measurement is, as Argo Rollouts names it. */
export type AnalysisPhase = 'Pending' | 'Running' | 'Successful' | 'Failed' | 'Inconclusive' | 'Error';

/** A phase that does not change any more. */
export type CompletedPhase = Exclude<AnalysisPhase, 'Pending' | 'Running'>;

const BEST_FIRST: readonly AnalysisPhase[] = ['Successful', 'Running', 'Pending', 'Inconclusive', 'Error', 'Failed'];

/** Whether there is such a phase, where types were lost. */
export function isPhase(text: string): text is AnalysisPhase {
  return (BEST_FIRST as readonly string[]).includes(text);
}

/** Whether a phase is worse than another one. @see utils/analysis/helpers.go in argoproj/argo-rollouts */
export function isWorse(phase: AnalysisPhase, than: AnalysisPhase): boolean {
  return BEST_FIRST.indexOf(phase) > BEST_FIRST.indexOf(than);
}

/** Whether a phase does not change any more. */
export function isCompleted(phase: AnalysisPhase): phase is CompletedPhase {
  return phase !== 'Pending' && phase !== 'Running';
}
