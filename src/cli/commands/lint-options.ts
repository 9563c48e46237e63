import type { Severity } from '../../validation/finding';

/** What is asked for on the command line. */
export interface LintCommandOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly severity?: Severity;
  readonly profile?: string;
  readonly target?: string;
  readonly config?: string | false;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly only?: readonly string[];
  readonly complete?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}
