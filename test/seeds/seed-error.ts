import type { Severity } from '../../src/validation/finding';

/** One error of the seeds, and what finds it. */
export interface SeedError {
  /** Id of the error in the list of errors of the seeds. */
  readonly id: string;
  /** The wrong idea. */
  readonly what: string;
  /** Numbers of the files, applied together. */
  readonly files: readonly [string, ...string[]];
  /**
   * The namespace that they are applied into.
   * @default 'default'
   */
  readonly namespace?: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Every object and place where the rule has to find it. */
  readonly at: readonly [string, ...string[]];
}

/** An error of the articles that needs more than their files, and what finds it. */
export interface CombinedError extends Pick<SeedError, 'id' | 'what' | 'files' | 'rule'> {
  /** What is beside the files, or done with them. */
  readonly given: string;
  /** The object and the place. */
  readonly at: string;
}
