import { InputError } from '../manifests/input-error';
import type { AnalysisOptions } from './analysis-options';
import { analysisToKube, type AnalysisTarget, type BoundAnalysis, refuseConflicts } from './bound-analysis';
import type { BackgroundAnalysisWire } from './wire';

/** When a background analysis begins, and how it is run. */
export interface BackgroundAnalysisOptions extends AnalysisOptions {
  /**
   * The index of the step with which it begins: 2 waits until two steps are done.
   * @default 0 - with the first step
   */
  readonly startingStep?: number;
}

/**
 * Checks that run beside the steps of a canary, until it is promoted. One that fails aborts the rollout at any time; the promotion
 * does not wait for them to end, so a metric may go on without end.
 *
 * @see rollout/analysis.go in argoproj/argo-rollouts
 */
export class BackgroundAnalysis {
  /** One analysis of these checks. */
  public static of(checks: readonly [BoundAnalysis, ...BoundAnalysis[]], options: BackgroundAnalysisOptions = {}): BackgroundAnalysis {
    const { startingStep } = options;
    if (startingStep !== undefined && (!Number.isInteger(startingStep) || startingStep < 0)) {
      throw new InputError(`startingStep is ${startingStep}. give the index of a step, 0 or more`);
    }
    refuseConflicts(checks, options);
    return new BackgroundAnalysis([...checks], options, startingStep);
  }

  private constructor(
    /** The checks. */
    public readonly checks: readonly BoundAnalysis[],
    private readonly options: AnalysisOptions,
    /** The index of the step with which it begins. */
    public readonly startingStep?: number,
  ) {}

  /** @internal */
  public _toKube(target: AnalysisTarget): BackgroundAnalysisWire {
    return { ...analysisToKube(this.checks, target, this.options), startingStep: this.startingStep };
  }
}
