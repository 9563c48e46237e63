import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleHttpRoute, exampleRouted, exampleRouteRule } from '../traffic/example-routers';
import { canaryPlace } from '../traffic/router-objects';
import { backendsOf, splitRoutes } from './split-routes';

const ROLLOUT_YAML = exampleRouted('plugins:\n  argoproj-labs/gatewayAPI:\n    httpRoute: web');

/** Finds routes of the Gateway API without both Services of the Rollout. */
export const gatewayRouteBackends = defineRule({
  id: 'gateway-api/route-backends',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: ['GA-02'],
  title: 'a route that a Rollout splits leads to both Services',
  rationale: 'The plugin sets the weights of backends that are there and adds none. Unless it finds the stable and the canary Service '
    + 'among the backendRefs of the route each reconciliation fails, and the update stands still.',
  bad: joinDocuments(ROLLOUT_YAML, exampleHttpRoute(exampleRouteRule('web-stable'))),
  good: joinDocuments(ROLLOUT_YAML, exampleHttpRoute()),
  check(entry, context) {
    const canary = canaryPlace(entry);
    const wanted = [canary.at('stableService').text, canary.at('canaryService').text].filter((name) => name !== '');
    for (const { pointer, title, rules, kind } of splitRoutes(entry, context.manifests)) {
      // A rule to the canary alone is taken for one of a header route.
      const isCounted = (backends: readonly string[]): boolean => kind.startsWith('T') || backends.length !== 1 || backends[0] !== wanted[1];
      const found = rules.map(backendsOf).filter(isCounted).flat();
      const missing = wanted.filter((name) => !found.includes(name));
      if (missing.length === 0) continue;
      context.report(pointer, `${title} has no rule with backend ${missing.join(' and none with ')} to set a weight of`, {
        received: [...new Set(found)].join(', ') || 'no backends', expected: wanted.join(' and '), fix: 'list both Services in backendRefs, with weights 100 and 0',
      });
    }
  },
});
