import { readable } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleHttpRoute, exampleRouted, exampleRouteRule } from '../traffic/example-routers';
import { canaryPlace } from '../traffic/router-objects';
import { backendsOf, splitRoutes } from './split-routes';

const ROLLOUT_YAML = exampleRouted('plugins:\n  argoproj-labs/gatewayAPI:\n    httpRoute: web');
const OTHER_PATH = exampleRouteRule('web-stable').replace('value: /\n', 'value: /docs\n');

/** Finds rules that lead to the stable Service alone beside rules that are split. */
export const gatewaySplitInOneRule = defineRule({
  id: 'gateway-api/split-in-one-rule',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: ['GA-02'],
  title: 'every rule of a split route that leads to the stable Service leads to the canary too',
  rationale: 'The plugin writes weights into each rule, and requests of a rule with the stable Service alone never reach the canary. '
    + 'Its backend gets 100 minus the weight of the canary. With setWeight: 100 that is 0, and by the rules of the Gateway API '
    + 'those requests are answered with 500.',
  bad: joinDocuments(ROLLOUT_YAML, exampleHttpRoute(exampleRouteRule('web-stable', 'web-canary') + OTHER_PATH)),
  good: joinDocuments(ROLLOUT_YAML, exampleHttpRoute()),
  check(entry, context) {
    const canary = canaryPlace(entry);
    const [stable, preview] = [canary.at('stableService').text, canary.at('canaryService').text];
    if (stable === '' || preview === '') return;
    for (const { pointer, title, rules } of splitRoutes(entry, context.manifests)) {
      // A route without any split is an error of its own.
      if (!rules.some((rule) => backendsOf(rule).includes(preview))) continue;
      for (const rule of rules) {
        const backends = backendsOf(rule);
        if (!backends.includes(stable) || backends.includes(preview)) continue;
        context.report(pointer, `${readable(rule.pointer)} of ${title} leads to ${stable} and not to ${preview}`, {
          received: backends.join(', '), expected: `${stable} and ${preview}`, fix: 'add the canary with weight 0, or move the rule to a route of its own',
        });
      }
    }
  },
});
