import type { ManifestEntry } from '../manifests/manifest-set';
import type { Pointer } from '../manifests/pointer';

/** How bad a finding is. An `error` stops the synth before anything is written. */
export type Severity = 'error' | 'warning' | 'info';

/** What a message can say beside itself. */
export interface FindingDetails {
  /** What was there. */
  readonly received?: string;
  /** What was wanted. */
  readonly expected?: string;
  /** What to change. */
  readonly fix?: string;
}

/** One thing that is wrong, or may be, with one object. */
export interface Finding extends FindingDetails {
  /** Id of the rule, such as `rollouts/weight-in-range`. */
  readonly rule: string;
  readonly severity: Severity;
  /** The object that it is about. */
  readonly entry: ManifestEntry;
  /** Where in the object. */
  readonly pointer: Pointer;
  /** Lower case: what was got, and what the cluster would do with it. */
  readonly message: string;
}
