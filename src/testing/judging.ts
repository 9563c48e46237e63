import { InputError } from '../manifests/input-error';
import type { Severity } from '../validation/finding';
import { Profile, type ProfileName } from '../validation/profiles/profile';
import { profileOf } from '../validation/profiles/profile-of';
import type { RuleId } from '../validation/rule-id';
import { ALL_RULES } from '../validation/rules';
import type { Targets } from '../validation/targets';

/** How manifests are judged, where a test wants it otherwise than a synth does. */
export interface JudgingOptions {
  /**
   * Which rules run, and how bad it is what they find.
   * @default - that of the app; of YAML, `recommended`
   */
  readonly profile?: Profile | ProfileName;
  /**
   * The versions that the manifests are for.
   * @default - those of the app, or those that the YAML was read for
   */
  readonly targets?: Partial<Targets>;
  /**
   * Whether there are no other objects. What the manifests name and is not there is an error then, else a warning.
   * @default - true for an app and its charts; for YAML, what it was read with
   */
  readonly complete?: boolean;
}

/** What it takes to be valid. */
export interface ValidityOptions extends JudgingOptions {
  /**
   * What is bad enough: this, and what is worse.
   * @default 'error'
   */
  readonly severity?: Severity;
}

/** The profile that a test names. */
export function profileNamed(profile: Profile | ProfileName): Profile {
  return profile instanceof Profile ? profile : profileOf(profile);
}

/** Refuses to look for what a rule finds that does not run: a test that wants no finding of it could never fail. */
export function refuseIdle(id: RuleId | undefined, profile: Profile): void {
  const rule = ALL_RULES.find((one) => one.id === id);
  if (rule === undefined || profile._levelOf(rule) !== 'off') return;
  const cure = rule.strict ? "add { profile: 'strict' } to run it" : 'add { profile: ... } with one that has it';
  throw new InputError(`the rule ${rule.id} does not run in this profile, so it cannot find anything. ${cure}`);
}
