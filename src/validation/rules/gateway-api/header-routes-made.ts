import { GATEWAY_API_PLUGIN, pluginRoutes } from '../../../manifests/references/gateway-api-plugin';
import { defineRule } from '../../rule';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { canaryPlace } from '../traffic/router-objects';
import { exampleHeaderRouted } from './example-header-route';
import { headerRouteNames, pluginConfig } from './split-routes';

function headerExample(more: string): string {
  return exampleHeaderRouted(`httpRoutes:\n  - name: web${more}`);
}

/** Finds header routes that the plugin makes nowhere. */
export const gatewayHeaderRoutesMade = defineRule({
  id: 'gateway-api/header-routes-made',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: ['GA-04'],
  title: 'header routes come with a route that takes them',
  rationale: 'The plugin adds header routes to HTTPRoutes and GRPCRoutes that are named in httpRoute or grpcRoute, or listed with '
    + 'useHeaderRoutes: true, and to none that it finds by label. Without such a route the step passes and does nothing.',
  bad: headerExample(''),
  good: headerExample('\n    useHeaderRoutes: true'),
  check(entry, context) {
    const routing = canaryPlace(entry).at('trafficRouting');
    const config = pluginConfig(entry);
    const names = headerRouteNames(entry);
    // Another router may make them.
    const isAlone = routing.at('plugins').fields.length === 1 && !['istio', 'alb', 'apisix'].some((router) => routing.at(router).exists);
    if (!config.exists || !isAlone || names.length === 0) return;
    const routes = pluginRoutes(config);
    if (routes.some(({ kind, useHeaderRoutes }) => useHeaderRoutes && (kind === 'HTTPRoute' || kind === 'GRPCRoute'))) return;
    context.report(config.pointer, `no route of ${GATEWAY_API_PLUGIN} takes the header route ${names.join(', ')}`, {
      received: routes.map(({ kind, place }) => `${kind} ${place.text}`).join(', ') || 'routes by label',
      expected: 'an HTTPRoute or GRPCRoute with useHeaderRoutes: true',
      fix: 'list the route in httpRoutes with useHeaderRoutes: true, or name it in httpRoute',
    });
  },
});
