import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import { exampleIstioCanary, exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { ROLLOUT } from '../rollouts/rollout-strategy';
import { routedBy } from '../scopes';
import { exampleWeights } from './example-weights';
import { managedVirtualServices, selectRoutes, splitSides, titleOf } from './istio-routing';
import { routeWeights } from './route-weights';

/** Finds weights in Git that the controller would not write. */
export const weightsSum = defineRule({
  id: 'traffic/weights-sum',
  severity: 'error',
  kinds: [ROLLOUT],
  scope: routedBy.istio,
  since: '0.1.0',
  implements: ['RI-03'],
  title: 'the weights of stable and canary add up to 100',
  rationale: 'The controller writes 100 in all: a weight for the canary, and what is left for the stable version. Istio takes any total '
    + 'and splits by shares, so 60 and 60 in Git is half of the traffic until the first step, and again with each sync that '
    + 'rewrites the route.',
  bad: joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), exampleServices('web-stable', 'web-canary'), exampleWeights(60, 60)),
  good: joinDocuments(exampleIstioCanary('steps:\n  - setWeight: 25'), exampleServices('web-stable', 'web-canary'), exampleWeights(100, 0)),
  check(entry, context) {
    const sides = splitSides(entry);
    // Two sides of one name cannot be told apart, which is said elsewhere.
    if (new Set(sides.map((side) => side.label)).size < 2) return;
    for (const service of managedVirtualServices(entry, context.manifests)) {
      for (const { label, destinations } of selectRoutes(service).routes) {
        const { all, total, settled } = routeWeights(destinations, sides);
        if (total === 0 || settled) continue;
        context.report(pointer(service.pointer, 'name'), `the weights of ${label} in ${titleOf(service, entry)} add up to ${total}`, {
          received: all.join(', '),
          expected: 'stable 100, canary 0',
          fix: 'write weight 100 for the stable destination and 0 for the canary',
        });
      }
    }
  },
});
