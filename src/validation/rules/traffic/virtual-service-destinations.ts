import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { objectField, textField } from '../rollouts/fields';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { managedVirtualServices, selectRoutes, splitSides, titleOf } from './istio-routing';
import { managedSubsets } from './managed-subsets';

/** A route to the stable Service, and to this one. */
function destinationExample(host: string): string {
  const services = exampleServices('web-stable', 'web-canary', 'web');
  return joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), services, exampleVirtualService(`
http:
  - name: primary
    route:
      - destination:
          host: web-stable
        weight: 100
      - destination:
          host: ${host}
        weight: 0
`));
}

/** Finds routes that cannot be split, because one side is not among their destinations. */
export const virtualServiceDestinations = defineRule({
  id: 'traffic/virtual-service-destinations',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.istio,
  since: '0.1.0',
  implements: ['AR-096', 'AR-097', 'AR-098', 'AR-099', 'E18'],
  title: 'a split route leads to the canary and to the stable version',
  rationale: 'The controller sets weights of destinations that exist and adds none. It looks for the two Services by host or, with a '
    + 'DestinationRule, for the two subsets, and marks the Rollout InvalidSpec when one is missing.',
  bad: destinationExample('web'),
  good: destinationExample('web-canary'),
  check(entry, context) {
    const sides = splitSides(entry);
    const missing = managedSubsets(entry, context.manifests)?.missing ?? [];
    for (const service of managedVirtualServices(entry, context.manifests)) {
      for (const { label, destinations } of selectRoutes(service).routes) {
        for (const side of sides) {
          if (destinations.some((destination) => side.matches(destination))) continue;
          // The route and the DestinationRule agree, so the name in the Rollout is misspelt, which is said there.
          const meant = missing.find(({ name }) => `subset ${name}` === side.label)?.meant;
          if (meant !== undefined && destinations.some((destination) => textField(objectField(destination, 'destination'), 'subset') === meant)) continue;
          const targets = destinations.map((destination) => {
            const target = objectField(destination, 'destination');
            const subset = textField(target, 'subset');
            return textField(target, 'host') + (subset ? ` subset ${subset}` : '');
          });
          context.report(
            pointer(service.pointer, 'name'),
            `${label} of ${titleOf(service, entry)} does not lead to the ${side.role} ${side.label}`,
            {
              received: targets.join(', ') || 'no destinations',
              expected: side.label,
              fix: `add a destination with ${side.label} to the route, or correct the name in the rollout`,
            },
          );
        }
      }
    }
  },
});
