import { type Place } from '../../../manifests/references/place';
import { defineRule, type RuleContext } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { destinationsOf, routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';
import { isDnsLabel, isHost } from './host-names';

function destinationExample(host: string): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute(`http:\n  - route:\n      - destination:\n          host: ${host}`));
}

/** Finds destinations whose host, port, subset or weight Istio does not take. */
export const istioDestinationValues = defineRule({
  id: 'istio/destination-values',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-041', 'IS-042', 'IS-044', 'IS-045', 'IS-046'],
  title: 'a destination is a DNS name with a port, a subset and a weight that exist',
  rationale: 'Istio refuses a destination whose host is no DNS name or all hosts, whose port is not from 1 to 65535, whose subset is no '
    + 'DNS label, or whose weight is negative.',
  bad: destinationExample('http://web'),
  good: destinationExample('web'),
  check(entry, context) {
    for (const destination of destinationsOf(entry)) checkDestination(context, destination);
    for (const route of (['http', 'tls', 'tcp'] as const).flatMap((section) => routesOf(entry, section))) {
      for (const weight of route.at('route').items.map((item) => item.at('weight'))) {
        if (typeof weight.value !== 'number' || weight.value >= 0) continue;
        context.report(weight.pointer, `a weight of ${weight.value} is less than nothing`, {
          received: String(weight.value), expected: '0 or more', fix: 'write 0 for no traffic',
        });
      }
    }
  },
});

function checkDestination(context: RuleContext, destination: Place): void {
  const [host, subset, port] = [destination.at('host'), destination.at('subset'), destination.at('port')];
  if (typeof host.value === 'string' && !host.text.includes('{{') && (host.text === '*' || !isHost(host.text))) {
    context.report(host.pointer, `${JSON.stringify(host.text)} is no host of a destination`, {
      received: host.text, expected: 'the name of a Service, or a DNS name', fix: 'write the name without scheme, port and path. a port goes into port.number',
    });
  }
  if (subset.text !== '' && !subset.text.includes('{{') && !isDnsLabel(subset.text)) {
    context.report(subset.pointer, `${JSON.stringify(subset.text)} is no name of a subset`, {
      received: subset.text, expected: 'a DNS label: letters, digits and -, at most 63', fix: 'rename the subset, here and in the DestinationRule',
    });
  }
  const number = port.at('number').value ?? 0;
  if (port.exists && typeof number === 'number' && (number < 1 || number > 65_535)) {
    context.report(port.pointer, `port ${number} is none`, { received: String(number), expected: '1 to 65535', fix: 'write the port of the Service' });
  }
}
