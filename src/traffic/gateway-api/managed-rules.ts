import type { Construct } from 'constructs';
import { fail } from '../../render/construct-error';

// spec.rules and spec.rules[].matches of HTTPRoute and GRPCRoute in kubernetes-sigs/gateway-api.
const MOST_RULES = 16;
const MOST_MATCHES = 128;

/** A rule as far as names and sizes are checked. */
export interface RuleShape {
  readonly name?: string;
  readonly matches?: readonly unknown[];
}

/**
 * Throws when the rules that the plugin adds for header routes do not fit beside those in Git: it copies each rule for each
 * header route, under the name of the header route, the second with `-1` behind it and so on.
 *
 * @see setHTTPHeaderRoute in pkg/plugin/httproute.go of argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi
 */
export function checkManagedRules(scope: Construct, kind: string, rules: readonly RuleShape[], managedRoutes: readonly string[]): void {
  for (const { name } of rules) {
    const managed = managedRoutes.find((route) => name !== undefined && (name === route || /^-\d+$/.test(name.startsWith(route) ? name.slice(route.length) : '')));
    if (managed !== undefined) {
      throw fail(scope, `a rule of the ${kind} is named ${name}, and a step sets the header route ${managed}: the plugin would take the rule for its own and ` +
        'remove it when the release ends. give one of the two another name');
    }
  }
  const copies = 1 + managedRoutes.length;
  const matches = rules.reduce((sum, rule) => sum + (rule.matches?.length ?? 1), 0) * copies;
  const added = managedRoutes.length > 0 ? `with those that ${managedRoutes.length === 1 ? 'a header route adds' : `${managedRoutes.length} header routes add`} ` : '';
  if (rules.length * copies > MOST_RULES) {
    throw fail(scope, `the ${kind} has ${rules.length} rules, ${added}${rules.length * copies}, and may have ${MOST_RULES}. ` +
      'spread the rules over several routes, or keep a route out by headerRoutes: false');
  }
  if (matches >= MOST_MATCHES) {
    throw fail(scope, `the ${kind} has ${matches} matches in all${added === '' ? '' : `, ${added.trimEnd()}`}, and has to have fewer than ${MOST_MATCHES}. ` +
      'spread the rules over several routes');
  }
}
