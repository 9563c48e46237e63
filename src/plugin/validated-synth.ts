/** What `cdk8s synth` hands to a validation plugin. Said here as far as it is used, so that nobody needs the CLI to import this package. */
export interface ValidatedSynth {
  /** The files of manifests. */
  readonly manifests: readonly string[];
  readonly report: ValidatedSynthReport;
}

/** The report that the CLI prints. */
export interface ValidatedSynthReport {
  addViolation(violation: ReportedViolation): void;
  submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
}

/**
 * A rule that is violated, and by what.
 *
 * @see src/plugins/validation.ts in cdk8s-team/cdk8s-cli
 */
export interface ReportedViolation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly ReportedResource[];
}

/** An object that violates a rule. */
export interface ReportedResource {
  /** The name alone: the CLI finds the construct by it. */
  readonly resourceName: string;
  readonly locations: readonly string[];
  readonly manifestPath: string;
}
