import type { JsonObject } from '../../../manifests/json';
import { pointer } from '../../../manifests/pointer';
import { GATEWAY_API_PLUGIN } from '../../../manifests/references/gateway-api-plugin';
import { defineRule } from '../../rule';
import { exampleHttpRoute, exampleRouted } from '../traffic/example-routers';
import { canarySteps } from './canary-steps';
import { joinDocuments } from './example-rollout';
import { isSet, objectField, objectsField, textField } from './fields';
import { ROLLOUT, trafficRoutingOf } from './rollout-strategy';

/** Header routes `beta` and `team`, made by these steps. */
function headerExample(...steps: readonly string[]): string {
  const router = 'plugins:\n  argoproj-labs/gatewayAPI:\n    httpRoute: web\nmanagedRoutes:\n  - name: beta\n  - name: team';
  const scale = '- setCanaryScale:\n    replicas: 1';
  return joinDocuments(exampleRouted(router, [scale, ...steps, '- pause: {}'].join('\n')), exampleHttpRoute());
}

function headerStep(route: string, ...headers: readonly string[]): string {
  return `- setHeaderRoute:
    name: ${route}
    match:
${headers.map((header) => `      - headerName: ${header}\n        headerValue:\n          exact: "yes"`).join('\n')}`;
}

/** Finds several headers in a route that wants all of them. */
export const headersAllMatch = defineRule({
  id: 'rollouts/headers-all-match',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: [],
  title: 'a header route of a router that wants all headers has one',
  rationale: 'Routers read the list match of a header route differently. With Istio a request needs one of the headers. The plugin for the '
    + 'Gateway API, ALB and APISIX lead only those requests to the canary that have all of them; ALB takes any of several values of one header. '
    + 'A route for each header says one of them with every router.',
  bad: headerExample(headerStep('beta', 'x-beta', 'x-team')),
  good: headerExample(headerStep('beta', 'x-beta'), headerStep('team', 'x-team')),
  check(entry, context) {
    const routers = demandingRouters(trafficRoutingOf(entry.manifest));
    if (routers.length === 0) return;
    for (const at of canarySteps(entry.manifest)) {
      const route = objectField(at.step, 'setHeaderRoute');
      const headers = objectsField(route, 'match').map(([, match]) => textField(match, 'headerName').toLowerCase());
      const different = [...new Set(headers)].filter((header) => header !== '');
      // Of a name that comes twice, APISIX wants both values.
      if (different.length < 2 && !(routers.includes('apisix') && headers.length > 1)) continue;
      context.report(
        pointer(at.pointer, 'setHeaderRoute', 'match'),
        `route ${textField(route, 'name')} matches ${headers.join(' and ')}, and with ${routers.join(' and ')} a request needs all of them`,
        {
          received: `${headers.length} headers`,
          expected: 'one header',
          fix: 'make a route for each header when one of them is enough, or acknowledge this when all are meant',
        },
      );
    }
  },
});

/** The routers of a Rollout that want all headers of a route. Of other plugins it is not known. */
function demandingRouters(routing: JsonObject | undefined): string[] {
  const plugin = isSet(objectField(routing, 'plugins'), GATEWAY_API_PLUGIN) ? ['the Gateway API'] : [];
  return [...plugin, ...['alb', 'apisix'].filter((router) => isSet(routing, router))];
}
