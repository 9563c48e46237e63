import { readable } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleHttpRoute, exampleRouted, exampleRouteRule } from '../traffic/example-routers';
import { canaryPlace } from '../traffic/router-objects';
import { backendsOf, splitRoutes } from './split-routes';

const ROLLOUT_YAML = exampleRouted('plugins:\n  argoproj-labs/gatewayAPI:\n    httpRoute: web');
const PREVIEW = exampleRouteRule('web-canary').replace('value: /\n', 'value: /preview\n');

/** Finds rules for a preview that the plugin takes for its own. */
export const gatewayCanaryOnlyRule = defineRule({
  id: 'gateway-api/canary-only-rule',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: ['GA-03'],
  title: 'a route with header routes has no rule to the canary alone',
  rationale: 'The plugin knows rules of header routes by their only backend, the canary, and removes them whenever no release is under '
    + 'way. A rule for a preview looks the same and goes with them. A route that is named in httpRoute has header routes, one in '
    + 'httpRoutes when it says useHeaderRoutes.',
  bad: joinDocuments(ROLLOUT_YAML, exampleHttpRoute(exampleRouteRule('web-stable', 'web-canary') + PREVIEW)),
  good: joinDocuments(ROLLOUT_YAML, exampleHttpRoute()),
  check(entry, context) {
    const preview = canaryPlace(entry).at('canaryService').text;
    if (preview === '') return;
    for (const { pointer, title, rules, hasHeaderRoutes } of splitRoutes(entry, context.manifests)) {
      if (!hasHeaderRoutes) continue;
      for (const rule of rules) {
        const backends = backendsOf(rule);
        if (backends.length !== 1 || backends[0] !== preview) continue;
        context.report(pointer, `${readable(rule.pointer)} of ${title} leads to ${preview} alone, and the plugin removes it`, {
          received: preview, expected: 'rules to both Services', fix: 'move the rule to a route of its own, which the rollout does not name',
        });
      }
    }
  },
});
