import type { Manifest } from '../manifests/manifest';
import type { SyncPlan } from '../sync-plan/sync-plan';
import type { Profile } from '../validation/profiles/profile';
import type { ValidationResult } from '../validation/result';
import type { JudgingOptions } from './judging';

/** A manifest, as messages name it. */
export interface LabelledManifest {
  readonly manifest: Manifest;
  /** `Rollout/shop/web`. */
  readonly label: string;
  /** The namespace that it is applied to, `''` when nobody has said. */
  readonly namespace: string;
}

/** Where manifests come from, and what can be said of them as a whole. */
export interface ManifestSource {
  /** In the order in which they were made. */
  readonly manifests: readonly LabelledManifest[];
  /** Whether errors are looked for before anybody looks at an object, since a synth would refuse them. */
  readonly synthesized: boolean;
  /** The rules that run when nothing is said. */
  readonly profile: Profile;
  /** What validation finds. */
  validate(options?: JudgingOptions): ValidationResult;
  /** What Argo CD will do with them. */
  syncPlan(): SyncPlan;
}
