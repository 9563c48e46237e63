import { readable } from '../../../manifests/pointer';
import type { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleHttpRoute, exampleRouteRule } from '../traffic/example-routers';
import { canaryPlace } from '../traffic/router-objects';
import { exampleHeaderRouted } from './example-header-route';
import { copiedRules, pluginConfig, splitRoutes } from './split-routes';

/** A header route beside a rule that matches this header already. */
function headerExample(header: string): string {
  const own = `        - headers:\n            - type: Exact\n              name: ${header}\n              value: "true"\n          path:`;
  return joinDocuments(exampleHeaderRouted(), exampleHttpRoute(exampleRouteRule('web-stable', 'web-canary').replace('        - path:', own)));
}

/** Finds headers that a match of a route would have twice. */
export const gatewayHeaderOnce = defineRule({
  id: 'gateway-api/header-once',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: [],
  title: 'a header route of the Gateway API has each header once',
  rationale: 'The plugin puts all headers of a header route into one match, beside those that the rule of the route has in Git. Headers of '
    + 'a match are told apart by their names: the API server refuses a second one, so the step fails and the release stands still; of two names '
    + 'that differ in capitals alone the second is ignored.',
  bad: headerExample('x-beta'),
  good: headerExample('x-shop'),
  check(entry, context) {
    if (!pluginConfig(entry).exists) return;
    const own = splitRoutes(entry, context.manifests).flatMap((route) => copiedRules(entry, route).flatMap((rule) =>
      rule.at('matches').items.flatMap((match) => match.at('headers').items.map((header) => ({ at: header.at('name'), title: route.title })))));
    for (const step of canaryPlace(entry).at('steps').items) {
      const headers = step.at('setHeaderRoute', 'match').items.map((match) => match.at('headerName'));
      headers.forEach((header, index) => {
        const name = nameOf(header);
        if (name === '') return;
        if (headers.slice(0, index).some((other) => nameOf(other) === name)) {
          context.report(header.pointer, `header ${header.text} comes twice in the route ${step.at('setHeaderRoute', 'name').text}, and a match of the Gateway API has each once`, {
            received: header.text, expected: 'each header once', fix: 'make a route for each value, or one value with regex',
          });
          return;
        }
        const taken = own.find(({ at }) => nameOf(at) === name);
        if (!taken) return;
        context.report(header.pointer, `header ${header.text} is matched by ${readable(taken.at.pointer)} of ${taken.title} already, and a match of the Gateway API has each once`, {
          received: header.text,
          expected: 'a header that the route does not match',
          fix: 'match another header in the step, or move that rule to a route that takes no header routes',
        });
      });
    }
  },
});

/** Names of headers do not differ by capitals. */
function nameOf(header: Place): string {
  return header.text.toLowerCase();
}
