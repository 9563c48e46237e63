import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { isSet, numberField } from '../rollouts/fields';
import { canaryOf, ROLLOUT } from '../rollouts/rollout-strategy';
import { managedVirtualServices, selectRoutes, splitSides } from './istio-routing';

/** A route with these weights in Git. */
function weightsExample(stable: number, canary: number): string {
  return joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), exampleServices('web-stable', 'web-canary'), exampleVirtualService(`
http:
  - name: primary
    route:
      - destination:
          host: web-stable
        weight: ${stable}
      - destination:
          host: web-canary
        weight: ${canary}
`));
}

/** Finds weights in Git other than those of a rollout at rest. */
export const initialWeights = defineRule({
  id: 'traffic/initial-weights',
  severity: 'warning',
  kinds: [ROLLOUT],
  since: '0.1.0',
  implements: ['RI-03'],
  title: 'in Git all traffic goes to the stable version',
  rationale: 'The controller writes the weights of a release, which add up to 100. What Git says is applied first and comes back with '
    + 'each sync that rewrites the route, so anything but 100 and 0 sends users to the canary before the first step, or in the '
    + 'middle of another one.',
  bad: weightsExample(50, 50),
  good: weightsExample(100, 0),
  check(entry, context) {
    const canarySide = splitSides(entry).find((side) => side.role === 'canary');
    // Ping and pong change roles with each release, so no weights in Git are right for both.
    if (!canarySide || isSet(canaryOf(entry.manifest), 'pingPong')) return;
    for (const service of managedVirtualServices(entry, context.manifests)) {
      for (const { label, destinations } of selectRoutes(entry, service).routes) {
        const weights = destinations.map((destination) => numberField(destination, 'weight') ?? 0);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const canary = weights.filter((_, index) => canarySide.matches(destinations[index] ?? {})).reduce((sum, weight) => sum + weight, 0);
        if (total === 0 || (canary === 0 && total === 100)) continue;
        const message = canary === 0
          ? `the weights of ${label} in VirtualService ${service.name} add up to ${total}`
          : `${label} of VirtualService ${service.name} starts with a weight of ${canary} for the canary`;
        context.report(pointer(service.pointer, 'name'), message, {
          received: weights.join(', '),
          expected: 'stable 100, canary 0',
          fix: 'write weight 100 for the stable destination and 0 for the canary',
        });
      }
    }
  },
});
