import { pointer } from '../../../manifests/pointer';
import { defineRule } from '../../rule';
import {
  exampleIstioCanary, exampleIstioCompanions, exampleServices, exampleVirtualService, joinDocuments,
} from '../rollouts/example-rollout';
import { numberField, objectsField, textField } from '../rollouts/fields';
import { specOf } from '../rollouts/rollout-strategy';

const ROLLOUT_YAML = exampleIstioCanary('steps:\n  - setWeight: 25');

/** Finds routes with several destinations of which none gets anything. */
export const weightsGiven = defineRule({
  id: 'traffic/weights-given',
  severity: 'error',
  kinds: ['networking.istio.io/VirtualService'],
  since: '0.1.0',
  implements: ['IS-043', 'RI-04'],
  title: 'of several destinations at least one has a weight',
  rationale: 'A weight that is left out is 0, and Istio refuses a route whose destinations add up to 0. Only a single destination '
    + 'needs none.',
  bad: joinDocuments(ROLLOUT_YAML, exampleServices('web-stable', 'web-canary'), exampleVirtualService(`
http:
  - name: primary
    route:
      - destination:
          host: web-stable
      - destination:
          host: web-canary
`)),
  good: joinDocuments(ROLLOUT_YAML, exampleIstioCompanions()),
  check(entry, context) {
    for (const section of ['http', 'tls', 'tcp']) {
      for (const [index, route] of objectsField(specOf(entry.manifest), section)) {
        const destinations = objectsField(route, 'route');
        if (destinations.length < 2) continue;
        const total = destinations.reduce((sum, [, destination]) => sum + (numberField(destination, 'weight') ?? 0), 0);
        if (total !== 0) continue;
        context.report(
          pointer('/spec', section, index, 'route'),
          `the weights of ${section} route ${textField(route, 'name') || index} add up to 0`,
          {
            received: `${destinations.length} destinations without weight`,
            expected: 'weights with a total above 0',
            fix: 'write weight 100 for the stable destination and 0 for the canary',
          },
        );
      }
    }
  },
});
