import { textReport } from './report/text';
import type { ValidationResult } from './result';

/** Thrown by a synth that found errors, before anything is written. Its message is the report. */
export class ValidationError extends Error {
  public constructor(public readonly result: ValidationResult) {
    super(textReport(result));
    this.name = 'ValidationError';
  }
}
