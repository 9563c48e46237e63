import { defineRule } from '../../rule';
import { exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { serviceDestinations } from './destination-services';
import { VIRTUAL_SERVICE } from './destinations';

const SERVICE = exampleServices('web').replace('  ports:\n', '  ports:\n    - name: metrics\n      port: 9090\n');

function portExample(more: string): string {
  return joinDocuments(SERVICE, exampleVirtualService(`
http:
  - route:
      - destination:
          host: web
${more}
`));
}

/** Finds destinations that leave open which port of a Service they mean. */
export const istioDestinationPortNeeded = defineRule({
  id: 'istio/destination-port-needed',
  severity: 'warning',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IST0112'],
  title: 'a destination names the port where its Service has several',
  rationale: 'Of a Service with one port Istio takes that. Of one with several it takes the port that the request came in by, such as '
    + '443 of a gateway, and answers with 503 when the Service does not have it (IST0112).',
  bad: portExample(''),
  good: portExample('          port:\n            number: 80'),
  check(entry, context) {
    for (const found of serviceDestinations(entry, context.manifests)) {
      const { destination, ports } = found;
      if (destination.at('port').exists || ports.length < 2) continue;
      context.report(destination.pointer, `${found.title} has ${ports.length} ports, and the destination does not say which`, {
        received: 'no port', expected: ports.join(' or '), fix: `write port: {number: ${ports[0]}}, or the one that is meant`,
      });
    }
  },
});
