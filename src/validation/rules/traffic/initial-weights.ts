import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { isSet } from '../rollouts/fields';
import { canaryOf, ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleWeights } from './example-weights';
import { managedVirtualServices, selectRoutes, splitSides, titleOf } from './istio-routing';
import { routeWeights } from './route-weights';

/** A Rollout of a route with these weights in Git. */
function weightsExample(stable: number, canary: number): string {
  return joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), exampleServices('web-stable', 'web-canary'), exampleWeights(stable, canary));
}

/** Finds weights in Git other than those of a rollout at rest. */
export const initialWeights = defineRule({
  id: 'traffic/initial-weights',
  severity: 'warning',
  kinds: [ROLLOUT],
  scope: routedBy.istio,
  since: '0.1.0',
  implements: ['RI-03'],
  title: 'in Git all traffic goes to the stable version',
  rationale: 'The controller writes the weights of a release. What Git says is applied first and comes back with each sync that rewrites '
    + 'the route, so anything but 100 and 0 sends users to the canary before the first step, or in the middle of another one.',
  bad: weightsExample(50, 50),
  good: weightsExample(100, 0),
  check(entry, context) {
    const sides = splitSides(entry);
    // Two sides of one name cannot be told apart, which is said elsewhere.
    if (new Set(sides.map((side) => side.label)).size < sides.length) return;
    // Ping and pong change roles with each release, so no weights in Git are right for both.
    if (isSet(canaryOf(entry.manifest), 'pingPong')) return;
    for (const service of managedVirtualServices(entry, context.manifests)) {
      for (const { label, destinations } of selectRoutes(service).routes) {
        const { all, canary, settled } = routeWeights(destinations, sides);
        // Another total than 100 is an error of its own.
        if (canary === 0 || !settled) continue;
        context.report(pointer(service.pointer, 'name'), `${label} of ${titleOf(service, entry)} starts with a weight of ${canary} for the canary`, {
          received: all.join(', '),
          expected: 'stable 100, canary 0',
          fix: 'write weight 100 for the stable destination and 0 for the canary',
        });
      }
    }
  },
});
