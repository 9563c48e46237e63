import type { ArgoValidationProps } from './argo-validation-props';
import type * as running from './validate-run';
import type { ValidatedSynth } from './validated-synth';

/**
 * Lets `cdk8s synth` check what it made by the rules of `cdk8s-argo lint`, whatever constructs made it, and report in its own way. It is
 * named in `cdk8s.yaml`:
 *
 * ```yaml
 * validations:
 *   - package: ./node_modules/cdk8s-argo
 *     version: 1.0.0
 *     class: ArgoValidation
 *     properties: { severity: warning }
 * ```
 *
 * With a path, the CLI shows the version and does not look at it. With `package: cdk8s-argo` it installs that version into a folder of
 * its own.
 *
 * @see src/plugins/validation.ts in cdk8s-team/cdk8s-cli
 */
export class ArgoValidation {
  /** Made by the CLI, with the `properties` of `cdk8s.yaml`. */
  public constructor(private readonly props: ArgoValidationProps | null = {}) {}

  /**
   * Called by the CLI when the manifests are written.
   *
   * @throws `InputError` for properties or settings that cannot be read
   */
  // A promise is what the CLI waits for.
  public async validate(synth: ValidatedSynth): Promise<void> {
    // The rules are most of the package, and who imports it need not run a plugin.
    const { runValidation } = require('./validate-run') as typeof running;
    await Promise.resolve(runValidation(synth, this.props ?? {}));
  }
}
