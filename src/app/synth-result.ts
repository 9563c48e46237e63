import type { ValidationResult } from '../validation/result';
import type { SynthComparison } from './synth-comparison';

/** What a synth did. */
export interface SynthResult {
  /** The folder that it wrote to. */
  readonly outdir: string;
  /** How many units there are: what Applications deploy, by default a chart each. */
  readonly units: number;
  /** How many objects there are. */
  readonly objects: number;
  /** Files that are new or changed, relative to the output folder. */
  readonly written: readonly string[];
  /** Files that were right already. */
  readonly unchanged: readonly string[];
  /** Files that an earlier synth wrote and this one does not. */
  readonly removed: readonly string[];
  /**
   * Manifests of others in the folders of charts: the program did not make them, and whoever delivers the folder applies them too. One that
   * is not meant to be applied carries the comment `# +argocd:skip-file-rendering`.
   */
  readonly foreign: readonly string[];
  /** What validation found. */
  readonly validation: ValidationResult;
  /** In the mode `check`: how the output folder differs. Nothing was written then. */
  readonly comparison?: SynthComparison;
  /** How long it took. */
  readonly milliseconds: number;
}
