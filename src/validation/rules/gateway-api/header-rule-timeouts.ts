import { readable } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleHttpRoute, exampleRouteRule } from '../traffic/example-routers';
import { exampleHeaderRouted } from './example-header-route';
import { copiedRules, headerRouteNames, splitRoutes } from './split-routes';

/** What a rule of a route says that the plugin does not copy. */
const NOT_COPIED = ['timeouts', 'retry', 'sessionPersistence'];

/** A header route, and a route whose rule has this field. */
function ruleExample(field: string): string {
  return joinDocuments(exampleHeaderRouted(), exampleHttpRoute(exampleRouteRule('web-stable', 'web-canary').replace('    - matches', `    - ${field}\n      matches`)));
}

/** Finds what the requests of a header route lose. */
export const gatewayHeaderRuleTimeouts = defineRule({
  id: 'gateway-api/header-rule-timeouts',
  severity: 'info',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: [],
  title: 'requests of a header route do not rely on timeouts of the route',
  rationale: 'For a header route the plugin makes a rule with the matches and the filters of each rule of the route. Timeouts, retries and '
    + 'session persistence are not copied: requests with the header have those of the Gateway.',
  bad: ruleExample('timeouts: { request: 30s }'),
  good: ruleExample('name: everything'),
  check(entry, context) {
    const routes = headerRouteNames(entry);
    if (routes.length === 0) return;
    for (const route of splitRoutes(entry, context.manifests)) {
      for (const rule of copiedRules(entry, route)) {
        const lost = NOT_COPIED.filter((field) => rule.at(field).exists);
        if (lost.length === 0) continue;
        context.report(route.pointer, `requests of the header route ${routes.join(', ')} go without ${lost.join(' and ')} of ${readable(rule.pointer)} of ${route.title}`, {
          received: lost.join(', '),
          expected: 'rules with matches and filters alone',
          fix: 'set a limit that testers need as well at the Gateway or in the application',
        });
      }
    }
  },
});
