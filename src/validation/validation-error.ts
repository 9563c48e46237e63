import { printAlone } from '../manifests/uncaught';
import { jsonReport } from './report/json';
import { textReport } from './report/text';
import type { ValidationResult } from './result';

/** Thrown by a synth that found errors, before anything is written. Its message is the report. */
export class ValidationError extends Error {
  /** Everything that validation found. */
  public declare readonly result: ValidationResult;

  /** @param report the form of the message, which is what is printed when nobody catches it */
  public constructor(result: ValidationResult, report: 'text' | 'json' = 'text') {
    super(report === 'json' ? jsonReport(result).trimEnd() : textReport(result));
    this.name = 'ValidationError';
    // A program that reads JSON wants nothing else.
    printAlone(this, report === 'json' ? this.message : `${this.message.trimEnd()}\nnothing was written`);
    // Who catches it and prints it shall not drown in frames and properties.
    this.stack = `${this.name}: the manifests have errors, so nothing was written\n\n${this.message}`;
    Object.defineProperty(this, 'result', { value: result, enumerable: false });
  }
}
