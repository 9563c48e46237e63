import type { Severity } from '../validation/finding';

/** The `properties` of `ArgoValidation` in a `cdk8s.yaml`. What is left out is as the settings of `cdk8s-argo lint` say. */
export interface ArgoValidationProps {
  /**
   * Which rules run: `recommended`, `strict`, or the path of a file with `extends` and `rules`.
   * @default - that of the settings; `recommended` without any
   */
  readonly profile?: string;
  /**
   * The synth fails from this severity on. What is less bad is in the report too.
   * @default - that of the settings; `error` without any
   */
  readonly severity?: Severity;
  /**
   * The manifests are all there is, so an object that is missing is an error and not a warning.
   * @default - as the settings say; false without any
   */
  readonly complete?: boolean;
  /**
   * Versions to check for, by the name of the program: `{ kubernetes: '1.27' }`.
   * @default - those of the settings; the newest that are known without any
   */
  readonly targets?: Readonly<Record<string, string>>;
  /**
   * The path of the settings, or `false` for none.
   * @default - the next `cdk8s-argo.yaml` upwards, if there is one
   */
  readonly config?: string | false;
}
