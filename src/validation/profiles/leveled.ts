import type { Finding } from '../finding';
import type { RuleDescription } from '../rule';
import type { Profile } from './profile';

/** What levels are given by beside the profile. */
export interface LeveledSet {
  readonly rules: readonly RuleDescription[];
  /** Whether the set is all there is: if not, what misses an object is no error. */
  readonly complete: boolean;
}

/** The findings with the severities that the profile gives them, without those that it leaves out. */
export function leveled(findings: readonly Finding[], profile: Profile, { rules, complete }: LeveledSet): Finding[] {
  const lenient = new Set(complete ? [] : rules.filter((rule) => rule.needsCompleteSet).map((rule) => rule.id));
  return findings.flatMap((finding) => {
    const level = profile._saidOf(finding.rule);
    if (level === undefined) return [finding];
    if (level === 'off') return [];
    const isLenient = lenient.has(finding.rule) || (!complete && finding.misses === true);
    return [{ ...finding, severity: level === 'error' && isLenient ? 'warning' : level }];
  });
}
