import type { JudgedMeasurement } from '../simulation/analysis/measurement';

/** A measurement without a value. Made by `AnalysisTrial.error` and `AnalysisTrial.judged`. */
export class RecordedOutcome {
  /** @internal */
  public constructor(
    /** What it counts as. */
    public readonly judged: JudgedMeasurement,
  ) {}
}
