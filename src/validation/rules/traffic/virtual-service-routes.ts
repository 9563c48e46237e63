import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { managedVirtualServices, selectRoutes } from './istio-routing';

/** A Rollout of the route `primary`, with a route of this name. */
function routeExample(name: string): string {
  return joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), exampleServices('web-stable', 'web-canary'), exampleVirtualService(`
http:
  - name: ${name}
    route:
      - destination:
          host: web-stable
        weight: 100
      - destination:
          host: web-canary
        weight: 0
`));
}

/** Finds routes that a VirtualService does not have, or that are not told apart. */
export const virtualServiceRoutes = defineRule({
  id: 'traffic/virtual-service-routes',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.istio,
  since: '0.1.0',
  implements: ['AR-088', 'AR-090', 'AR-091', 'AR-092', 'AR-093', 'AR-094', 'AR-095'],
  title: 'a rollout names routes that its VirtualService has',
  rationale: 'The controller writes weights into the named routes. It marks the Rollout InvalidSpec when one is missing, and when '
    + 'none is named and there is more than one. It looks at every section of the VirtualService, http, tls and tcp, even if the '
    + 'Rollout names routes of one.',
  bad: routeExample('main'),
  good: routeExample('primary'),
  check(entry, context) {
    for (const service of managedVirtualServices(entry, context.manifests)) {
      for (const { path, message, ...details } of selectRoutes(service).problems) {
        context.report(pointer(service.pointer, ...path), message, details);
      }
    }
  },
});
