/** What `cdk8s synth` hands to a validation plugin. Said here as far as it is used, so that nobody needs the CLI to import this package. */
export interface ValidatedSynth {
  /** The files of manifests. */
  readonly manifests: readonly string[];
  /** Takes what the plugin finds. */
  readonly report: ValidatedSynthReport;
}

/** The report that the CLI prints. */
export interface ValidatedSynthReport {
  /** Adds a rule that is violated, with the objects that violate it. */
  addViolation(violation: ReportedViolation): void;
  /** Ends the report: whether the synth fails, and what is printed beside, such as the number of errors. */
  submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
}

/**
 * A rule that is violated, and by what.
 *
 * @see src/plugins/validation.ts in cdk8s-team/cdk8s-cli
 */
export interface ReportedViolation {
  /** Id of the rule, or `unreadable` for a file that cannot be read. */
  readonly ruleName: string;
  /** What the rule wants, in a sentence. */
  readonly recommendation: string;
  /** How it is mended, or the command that explains the rule. */
  readonly fix: string;
  /** The objects that violate it. */
  readonly violatingResources: readonly ReportedResource[];
}

/** An object that violates a rule. */
export interface ReportedResource {
  /** The name alone: the CLI finds the construct by it. */
  readonly resourceName: string;
  /** A line for each finding: where it is in the file and the object, and what is wrong. */
  readonly locations: readonly string[];
  /** The file that the object is in; `N/A` where there is none. */
  readonly manifestPath: string;
}
