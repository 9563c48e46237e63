import type { ValidationResult } from '../validation/result';
import type { Collection } from './collect';

/** What was read of an app, and what validation says of it. */
export interface Checked {
  readonly collection: Collection;
  readonly validation: ValidationResult;
}
