import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleHttpRoute, exampleRouteRule } from '../traffic/example-routers';
import { exampleHeaderRouted } from './example-header-route';
import { copiedRules, headerRouteNames, splitRoutes } from './split-routes';

/** What the API server takes in one route. */
const MOST_RULES = 16;
const MOST_MATCHES = 128;

function countExample(rules: number): string {
  const paths = Array.from({ length: rules }, (_, index) => exampleRouteRule('web-stable', 'web-canary').replace('value: /\n', `value: /${index}\n`));
  return joinDocuments(exampleHeaderRouted(), exampleHttpRoute(paths.join('')));
}

/** Finds routes that are too full for the header routes of the steps. */
export const gatewayRulesLeft = defineRule({
  id: 'gateway-api/rules-left',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: ['GA-04'],
  title: 'a route has room for the rules of header routes',
  rationale: 'For a header route the plugin adds a copy of each rule that leads to both Services. The API server takes 16 rules and 128 '
    + 'matches in a route and refuses more, so the step fails in every reconciliation.',
  bad: countExample(9),
  good: countExample(8),
  check(entry, context) {
    const names = headerRouteNames(entry);
    for (const route of splitRoutes(entry, context.manifests)) {
      const { pointer, title, rules } = route;
      const copied = copiedRules(entry, route);
      // What is too much in Git is for the schema to say.
      if (copied.length === 0 || rules.length > MOST_RULES) continue;
      const matchesOf = (some: typeof rules): number => some.reduce((sum, rule) => sum + Math.max(1, rule.at('matches').items.length), 0);
      const [ruleCount, matchCount] = [rules.length + names.length * copied.length, matchesOf(rules) + names.length * matchesOf(copied)];
      const [count, most, what] = ruleCount > MOST_RULES ? [ruleCount, MOST_RULES, 'rules'] : [matchCount, MOST_MATCHES, 'matches'];
      if (count <= most) continue;
      context.report(pointer, `${title} would have ${count} ${what} with the header routes of the steps, and ${most} is the most`, {
        received: `${rules.length} rules, ${names.length} header routes`, expected: `${most} ${what}`, fix: 'split the route into several, and list them in httpRoutes',
      });
    }
  },
});
