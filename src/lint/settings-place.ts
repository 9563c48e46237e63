/** Where settings were read. */
export interface SettingsPlace {
  /** The folder that paths in them are relative to. */
  readonly folder: string;
  /** The name of their file, for messages. */
  readonly shown: string;
  /** What files of findings are relative to. */
  readonly cwd: string;
}
