import type { ValidationResult } from '../validation/result';

/** What a synth did. */
export interface SynthResult {
  /** The folder that it wrote to. */
  readonly outdir: string;
  readonly units: number;
  readonly objects: number;
  /** Files that are new or changed, relative to the output folder. */
  readonly written: readonly string[];
  /** Files that were right already. */
  readonly unchanged: readonly string[];
  /** Files that an earlier synth wrote and this one does not. */
  readonly removed: readonly string[];
  readonly validation: ValidationResult;
  /** How long it took. */
  readonly milliseconds: number;
}
