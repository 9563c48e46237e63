import type { Severity } from '../../validation/finding';
import type { Baselined } from '../baseline';
import type { LintResult, PlacedFinding } from '../lint-files';

/** What a format shows. */
export interface LintReport {
  readonly result: LintResult;
  /** Those to be shown: what a baseline knows is not among them. */
  readonly findings: readonly PlacedFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Documents and objects that no schema was held against. */
  readonly skipped: number;
  readonly baseline?: Pick<Baselined, 'known' | 'gone'>;
  /** Findings of files that nobody asked for. */
  readonly elsewhere: number;
  /** Templates of Helm charts that were passed over. */
  readonly templates: number;
  /** Where the working directory is in its repository, for formats that name files from there. */
  readonly place: string;
  /** The version of this library. */
  readonly version: string;
  /** Only what counts for the exit code. */
  readonly quiet: boolean;
}
