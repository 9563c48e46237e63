import type { Pointer } from '../manifests/pointer';
import type { PlacedOrigin } from './placed-origin';

/** Where settings were read. */
export interface SettingsPlace {
  /** The folder that paths in them are relative to. */
  readonly folder: string;
  /** The name of their file, for messages. */
  readonly shown: string;
  /** What files of findings are relative to. */
  readonly cwd: string;
  /** Where a part of them is written. */
  readonly originOf: (at: Pointer) => PlacedOrigin;
}
