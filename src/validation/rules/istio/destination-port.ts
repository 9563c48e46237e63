import { defineRule } from '../../rule';
import { exampleServices, exampleVirtualService, joinDocuments } from '../rollouts/example-rollout';
import { serviceDestinations } from './destination-services';
import { VIRTUAL_SERVICE } from './destinations';

function portExample(port: number): string {
  return joinDocuments(exampleServices('web'), exampleVirtualService(`
http:
  - route:
      - destination:
          host: web
          port:
            number: ${port}
`));
}

/** Finds ports that the Service of a destination does not have. */
export const istioDestinationPort = defineRule({
  id: 'istio/destination-port',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IST0101'],
  title: 'a destination names a port that its Service has',
  rationale: 'The port of a destination is one of the Service, not of the container. Istio has no endpoints for any other and answers '
    + 'the requests with 503 (IST0101).',
  bad: portExample(8080),
  good: portExample(80),
  check(entry, context) {
    for (const found of serviceDestinations(entry, context.manifests)) {
      const { destination, ports } = found;
      const number = destination.at('port', 'number');
      if (typeof number.value !== 'number' || ports.length === 0 || ports.includes(number.value)) continue;
      context.report(number.pointer, `${found.title} has no port ${number.value}`, {
        received: String(number.value), expected: ports.join(' or '), fix: 'write the port of the Service, not that of the container',
      });
    }
  },
});
