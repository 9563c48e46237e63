/** A file to be written. */
export interface OutputFile {
  /** Id of the unit that it belongs to. */
  readonly unit: string;
  /** Below the output folder, with `/` between the segments. */
  readonly path: string;
  readonly content: string;
}

/** Everything that an app has to say, and where. */
export interface OutputRequest {
  readonly outdir: string;
  /** Name of the app: several may share an output folder. */
  readonly app: string;
  readonly files: readonly OutputFile[];
}
