import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import {
  exampleIstioCanary, exampleIstioCompanions, exampleServices, exampleVirtualService, joinDocuments,
} from '../rollouts/example-rollout';
import { listField, numberField, objectField, textField } from '../rollouts/fields';
import { ROLLOUT, trafficRoutingOf } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { managedVirtualServices, selectRoutes, splitSides, titleOf } from './istio-routing';

const ROLLOUT_YAML = exampleIstioCanary('steps:\n  - setWeight: 25');

/** Finds destinations that the controller takes out of a route. */
export const foreignDestinations = defineRule({
  id: 'traffic/foreign-destinations',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.istio,
  since: '0.1.0',
  implements: ['RI-02'],
  title: 'a split route has no third destination with traffic',
  rationale: 'When it sets a weight the controller removes destinations of the route that are neither canary nor stable and have a '
    + 'weight. The traffic that Git gives them stops with the first step, and Argo CD shows a difference.',
  bad: joinDocuments(ROLLOUT_YAML, exampleServices('web-stable', 'web-canary', 'web-legacy'), exampleVirtualService(`
http:
  - name: primary
    route:
      - destination:
          host: web-stable
        weight: 90
      - destination:
          host: web-canary
        weight: 0
      - destination:
          host: web-legacy
        weight: 10
`)),
  good: joinDocuments(ROLLOUT_YAML, exampleIstioCompanions()),
  check(entry, context) {
    const sides = splitSides(entry);
    if (new Set(sides.map((side) => side.label)).size < 2) return;
    const rule = objectField(objectField(trafficRoutingOf(entry.manifest), 'istio'), 'destinationRule');
    const kept = listField(rule, 'additionalSubsetNames');
    for (const service of managedVirtualServices(entry, context.manifests)) {
      for (const { label, destinations } of selectRoutes(service).routes) {
        for (const destination of destinations) {
          const target = objectField(destination, 'destination');
          const subset = textField(target, 'subset');
          const weight = numberField(destination, 'weight') ?? 0;
          if (weight === 0 || sides.some((side) => side.matches(destination)) || (subset !== '' && kept.includes(subset))) continue;
          const name = textField(target, 'host') + (subset ? ` subset ${subset}` : '');
          context.report(
            pointer(service.pointer, 'name'),
            `${label} of ${titleOf(service, entry)} gives ${weight} to ${name}, which the controller removes`,
            {
              received: name,
              expected: sides.map((side) => side.label).join(' and '),
              fix: `${rule ? 'list the subset in destinationRule.additionalSubsetNames, or ' : ''}use a route of its own for it`,
            },
          );
        }
      }
    }
  },
});
