import type { Severity } from '../finding';
import type { FatalRuleId, RuleId } from '../rule-id';

/** How bad the findings of a rule are in a profile; with `off` it does not run. */
export type RuleLevel = Severity | 'off';

/** Levels by the id of the rule, such as `{ 'pods/run-as-non-root': 'error', 'practices/liveness': 'off' }`. `undefined` says nothing. */
export type RuleLevels = { readonly [Id in Exclude<RuleId, FatalRuleId>]?: RuleLevel };
