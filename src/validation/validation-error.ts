import { printAlone } from '../manifests/uncaught';
import { textReport } from './report/text';
import type { ValidationResult } from './result';

/** Thrown by a synth that found errors, before anything is written. Its message is the report. */
export class ValidationError extends Error {
  /** Everything that validation found. */
  public declare readonly result: ValidationResult;

  public constructor(result: ValidationResult) {
    super(textReport(result));
    this.name = 'ValidationError';
    printAlone(this, `${this.message.trimEnd()}\nnothing was written`);
    // Who catches it and prints it shall not drown in frames and properties.
    this.stack = `${this.name}: the manifests have errors, so nothing was written\n\n${this.message}`;
    Object.defineProperty(this, 'result', { value: result, enumerable: false });
  }
}
