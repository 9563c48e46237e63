import { readable } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleHttpRoute, exampleRouted, exampleRouteRule } from '../traffic/example-routers';
import { canaryPlace } from '../traffic/router-objects';
import { splitRoutes } from './split-routes';

function namedExample(name: string): string {
  const rollout = exampleRouted('plugins:\n  argoproj-labs/gatewayAPI:\n    httpRoute: web\nmanagedRoutes:\n  - name: beta');
  return joinDocuments(rollout, exampleHttpRoute(exampleRouteRule('web-stable', 'web-canary').replace('- matches', `- name: ${name}\n      matches`)));
}

/** Finds rules in Git with names that the plugin gives. */
export const gatewayManagedRuleNames = defineRule({
  id: 'gateway-api/managed-rule-names',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: ['GA-04', 'TR-13'],
  title: 'rules in Git have names other than those of managed routes',
  rationale: 'The plugin names the rules of a header route like the managed route, further ones with a number: beta, beta-1, beta-2. It '
    + 'sets no weights in rules of these names, and removes them from a route with header routes.',
  bad: namedExample('beta-1'),
  good: namedExample('primary'),
  check(entry, context) {
    const managed = canaryPlace(entry).at('trafficRouting', 'managedRoutes').items.map((route) => route.at('name').text).filter((name) => name !== '');
    for (const { pointer, title, rules, kind } of splitRoutes(entry, context.manifests)) {
      if (kind !== 'HTTPRoute' && kind !== 'GRPCRoute') continue;
      for (const rule of rules) {
        const name = rule.at('name').text;
        const owner = managed.find((base) => name === base || (name.startsWith(`${base}-`) && /^[+-]?\d+$/.test(name.slice(base.length + 1))));
        if (owner === undefined) continue;
        context.report(pointer, `${readable(rule.pointer)} of ${title} is named ${name}, a name of the managed route ${owner}`, {
          received: name, expected: 'a name that no managed route has', fix: 'rename the rule, or the managed route',
        });
      }
    }
  },
});
