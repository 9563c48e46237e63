import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { objectsField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { namesOfManagedRoutes, managedVirtualServices, titleOf } from './istio-routing';

/** A Rollout with a managed route, and two routes in Git of which the second has this field first. */
function namedExample(field: string): string {
  return joinDocuments(
    exampleIstioCanary('steps:\n  - setWeight: 25', 'managedRoutes:\n  - name: beta-users'),
    exampleServices('web-stable', 'web-canary', 'docs'),
    exampleVirtualService(`
http:
  - ${field}
    match:
      - uri:
          prefix: /docs
    route:
      - destination:
          host: docs
  - name: primary
    route:
      - destination:
          host: web-stable
        weight: 100
      - destination:
          host: web-canary
        weight: 0
`));
}

/** Finds routes without a name of their own beside managed ones. */
export const httpRoutesNamed = defineRule({
  id: 'traffic/http-routes-named',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.istio,
  since: '0.1.0',
  implements: ['RI-08'],
  title: 'beside managed routes every http route has a name of its own',
  rationale: 'To put managed routes first the controller orders the http routes by name. Routes without a name, or of one name, are '
    + 'taken for each other and written more than once.',
  bad: namedExample('timeout: 10s'),
  good: namedExample('name: docs'),
  check(entry, context) {
    if (namesOfManagedRoutes(entry).length === 0) return;
    for (const service of managedVirtualServices(entry, context.manifests)) {
      const seen = new Set<string>();
      const routes = objectsField(service.spec, 'http');
      for (const [index, route] of routes) {
        const text = textField(route, 'name');
        if (text === '' ? routes.length > 1 : seen.has(text)) {
          context.report(
            pointer(service.pointer, 'name'),
            `http[${index}] of ${titleOf(service, entry)} ${text === '' ? 'has no name' : `is a second route named ${text}`}`,
            {
              received: text || 'no name', expected: 'a name that no other route has', fix: 'name the route',
            },
          );
        }
        seen.add(text);
      }
    }
  },
});
