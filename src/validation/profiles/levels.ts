import type { Severity } from '../finding';

/** How bad the findings of a rule are in a profile; with `off` it does not run. */
export type RuleLevel = Severity | 'off';

/** Levels by the id of the rule, such as `{ 'pods/run-as-non-root': 'error', 'practices/liveness': 'off' }`. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;
