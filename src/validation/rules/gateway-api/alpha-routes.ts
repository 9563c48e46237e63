import { pluginRoutes } from '../../../manifests/references/gateway-api-plugin';
import { defineRule } from '../../rule';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleRouted } from '../traffic/example-routers';
import { pluginConfig } from './split-routes';

function routeExample(field: string): string {
  return exampleRouted(`plugins:\n  argoproj-labs/gatewayAPI:\n    ${field}: web`);
}

/** Finds routes that the plugin looks for in a version that few clusters serve. */
export const gatewayAlphaRoutes = defineRule({
  id: 'gateway-api/alpha-routes',
  severity: 'info',
  kinds: [ROLLOUT],
  scope: routedBy.plugins,
  since: '0.1.0',
  implements: ['GA-08'],
  title: 'routes of TCP and TLS need the experimental channel',
  rationale: 'The plugin, in version 0.15, reads TCPRoutes and TLSRoutes as v1alpha2. Of Gateway API 1.6 the experimental channel serves '
    + 'that version and the standard channel does not; there each reconciliation fails.',
  bad: routeExample('tcpRoute'),
  good: routeExample('grpcRoute'),
  check(entry, context) {
    for (const { kind, place } of pluginRoutes(pluginConfig(entry))) {
      if (kind !== 'TCPRoute' && kind !== 'TLSRoute') continue;
      context.report(place.pointer, `${kind} ${place.text} is read as v1alpha2, which the standard channel of the Gateway API does not serve`, {
        received: kind, expected: 'HTTPRoute or GRPCRoute, or the experimental channel', fix: 'install the experimental channel, or acknowledge this when it is there',
      });
    }
  },
});
