import type { AnalysisPhase } from '../../simulation/analysis/phase';
import type { PlannedApplication } from '../../sync-plan/planned';
import type { SyncPlan } from '../../sync-plan/sync-plan';
import type { Severity } from '../../validation/finding';
import type { RuleId } from '../../validation/rule-id';
import type { TrialResult } from '../analysis-trial';
import type { WantedFinding } from '../finding-query';
import type { JudgingOptions, ValidityOptions } from '../judging';
import type { ManifestKind, ResourceQuery, WantedResource } from '../wanted';
import type { WantedSyncPlan } from './sync-plan-matcher';
import type { Testable } from './tested';

/**
 * What `expect` can do with manifests, once `installMatchers` has been called. What it is given decides which of these there are:
 * `expect('text').toBeValid()` does not compile.
 */
export interface ManifestMatchers<Result, Received> {
  /** Nothing as bad is found, by default no error: `'warning'`, `{ severity: 'info', profile: 'strict' }`. Fails with the report. */
  toBeValid: For<Received, Testable, (wanted?: Severity | ValidityOptions) => Result>;
  /**
   * Validation finds this: the id of a rule, or more about the finding; by default as a synth would judge. Fails with what was found
   * instead. A rule that does not run in the profile is an error, behind `not` too.
   */
  toHaveFinding: For<Received, Testable, (wanted: RuleId | WantedFinding, options?: JudgingOptions) => Result>;
  /** There is an object like this, as in `Manifests.hasResource`. Fails with how the closest one differs. */
  toHaveResource: For<
    Received, Testable, <Kind extends ManifestKind>(resource: ResourceQuery<Kind>, wanted?: WantedResource<Kind>) => Result
  >;
  /**
   * What Argo CD will do: is what the snapshot of the test says, when nothing is given; is this text, as `SyncPlan.toString` gives it and
   * indented like the test; or applies objects in this order, `['ConfigMap/settings', 'Deployment/web']`, in every Application that has one
   * of them. Fails with the lines that differ, or with the first step that is elsewhere.
   */
  toMatchSyncPlan: For<Received, Testable | SyncPlan | PlannedApplication, (wanted?: WantedSyncPlan) => Result>;
  /** A trial of an analysis ended in this phase, with a message that has this part. Fails with all that was measured. */
  toHavePhase: For<Received, TrialResult, (phase: AnalysisPhase, message?: string | RegExp) => Result>;
}

declare global {
  // vitest takes what is declared for jest, so this is for both.
  namespace jest {
    interface Matchers<R, T = {}> extends ManifestMatchers<R, T> {}
  }
}

type For<Received, Wanted, Matcher> = Received extends Wanted ? Matcher : never;
