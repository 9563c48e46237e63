import type { RuleDescription } from '../rule';
import type * as checking from './check-levels';
import type { RuleLevel, RuleLevels } from './levels';

/** The profiles that others start from. */
export type ProfileName = 'recommended' | 'strict';

/**
 * Which rules run, and how bad it is what they find. `recommended` has what is wrong, and practices that hardly anybody leaves on
 * purpose; `strict` has every rule, also those that are a matter of taste or of how much a team wants to harden.
 *
 * ```ts
 * new ArgoApp({ profile: Profile.recommended().with({ 'pods/run-as-non-root': 'error' }) });
 * ```
 */
export class Profile {
  // The same object each time: what was found out about a profile is found out once.
  private static readonly RECOMMENDED = new Profile('recommended', {});
  private static readonly STRICT = new Profile('strict', {});

  /** What a synth and the command line use when nothing is said. */
  public static recommended(): Profile {
    return Profile.RECOMMENDED;
  }

  /** Every rule, each with the severity that its page says. */
  public static strict(): Profile {
    return Profile.STRICT;
  }

  private constructor(private readonly base: ProfileName, private readonly levels: RuleLevels) {}

  /**
   * The same with other levels for some rules. What was said before of other rules stays.
   *
   * @throws an `InputError` where types were lost: for a rule that does not exist, with the nearest name, for a level that does not exist,
   * and for a rule whose findings leave nothing that could be written, such as `constructs/renders`
   */
  public with(rules: RuleLevels): Profile {
    // Knowing the rules means loading all of them, which a program that only imports this package should not wait for.
    const { checkLevels } = require('./check-levels') as typeof checking;
    checkLevels(rules);
    const said = Object.fromEntries(Object.entries(rules).filter(([, level]) => level !== undefined));
    return new Profile(this.base, { ...this.levels, ...said });
  }

  /**
   * How bad the findings of a rule are.
   * @internal
   */
  public _levelOf({ id, severity, strict = false }: Pick<RuleDescription, 'id' | 'severity' | 'strict'>): RuleLevel {
    return this._saidOf(id) ?? (strict && this.base === 'recommended' ? 'off' : severity);
  }

  /**
   * What `with` said of a rule.
   * @internal
   */
  public _saidOf(id: string): RuleLevel | undefined {
    return Object.hasOwn(this.levels, id) ? this.levels[id as keyof RuleLevels] : undefined;
  }
}
