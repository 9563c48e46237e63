import { defineRule } from '../../rule';
import { joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleHttpRoute, exampleRouted } from '../traffic/example-routers';
import { routerObjects } from '../traffic/router-objects';

const ROLLOUT_YAML = exampleRouted('plugins:\n  argoproj-labs/gatewayAPI:\n    httpRoute: web');

/** Finds split routes that hang on no Gateway. */
export const gatewayParentRefs = defineRule({
  id: 'gateway-api/parent-refs',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: [],
  title: 'a route that a Rollout splits hangs on a Gateway or a Service',
  rationale: 'A route without parentRefs is served by nobody: the plugin writes weights, steps pass, and no request goes by them. Only a '
    + 'route that another one delegates to has none; acknowledge this there.',
  bad: joinDocuments(ROLLOUT_YAML, exampleHttpRoute().replace(/ {2}parentRefs:\n(?: {4}.*\n)+/, '')),
  good: joinDocuments(ROLLOUT_YAML, exampleHttpRoute()),
  check(entry, context) {
    for (const { pointer, title, spec } of routerObjects(entry, context.manifests, ({ role }) => role === 'route')) {
      if (spec.at('parentRefs').items.length > 0) continue;
      context.report(pointer, `${title} has no parentRefs, so no Gateway serves it`, {
        received: 'no parentRefs', expected: 'a Gateway, or a Service in a mesh', fix: 'name the Gateway in parentRefs of the route',
      });
    }
  },
});
