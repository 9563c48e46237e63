import { readable } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleHttpRoute, exampleRouted } from '../traffic/example-routers';
import { canaryPlace } from '../traffic/router-objects';
import { backendsOf, splitRoutes } from './split-routes';

const ROLLOUT_YAML = exampleRouted('plugins:\n  argoproj-labs/gatewayAPI:\n    httpRoute: web');

/** Finds backends of the canary that get traffic in Git. */
export const gatewayInitialWeights = defineRule({
  id: 'gateway-api/initial-weights',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: [],
  title: 'in Git the canary of a route has weight 0',
  rationale: 'A backend without weight has weight 1, so two without weights share the traffic. What Git says is applied first and comes '
    + 'back with each sync that rewrites the route, before the first step or in the middle of another one.',
  bad: joinDocuments(ROLLOUT_YAML, exampleHttpRoute().replace(/ +weight: \d+\n/g, '')),
  good: joinDocuments(ROLLOUT_YAML, exampleHttpRoute()),
  check(entry, context) {
    const preview = canaryPlace(entry).at('canaryService').text;
    if (preview === '') return;
    for (const { pointer, title, rules } of splitRoutes(entry, context.manifests)) {
      for (const rule of rules) {
        // A rule for the preview alone is meant to have all there is.
        if (backendsOf(rule).length < 2) continue;
        for (const backend of rule.at('backendRefs').items) {
          const weight = backend.at('weight');
          if (backend.at('name').text !== preview || weight.value === 0) continue;
          context.report(pointer, `${readable(backend.pointer)} of ${title} gives the canary traffic before the first step`, {
            received: typeof weight.value === 'number' ? `weight ${weight.value}` : 'no weight, which is weight 1',
            expected: 'stable 100, canary 0',
            fix: 'write weight 100 for the stable Service and 0 for the canary',
          });
        }
      }
    }
  },
});
