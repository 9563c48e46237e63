import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';
import { isDnsLabel, isHost } from './host-names';

function gatewayExample(name: string): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute().replace('- shop/public', `- ${name}`));
}

/** Finds names of gateways that Istio does not take. */
export const istioGatewayNames = defineRule({
  id: 'istio/gateway-names',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-007'],
  title: 'gateways are named as namespace/name',
  rationale: 'Istio refuses a name with an empty part, or with a part that is no DNS label. A name without a slash is one of the '
    + 'namespace of the VirtualService, and mesh stands for all sidecars.',
  bad: gatewayExample('istio-system/'),
  good: gatewayExample('istio-system/public'),
  check(entry, context) {
    const matches = [...routesOf(entry, 'http'), ...routesOf(entry, 'tls'), ...routesOf(entry, 'tcp')].flatMap((route) => route.at('match').items);
    const places = [Place.root(entry.manifest).at('spec', 'gateways'), ...matches.map((match) => match.at('gateways'))];
    for (const place of places.flatMap((list) => list.items)) {
      const { text, value } = place;
      if (typeof value !== 'string' || text.includes('{{') || isGatewayName(text)) continue;
      context.report(place.pointer, `${JSON.stringify(text)} is no name of a gateway`, {
        received: text, expected: 'namespace/name, name or mesh', fix: 'write the namespace and the name of the Gateway object',
      });
    }
  },
});

function isGatewayName(text: string): boolean {
  const slash = text.indexOf('/');
  // A name with dots is the former way to give a namespace.
  if (slash < 0) return !text.includes('*') && isHost(text);
  return isDnsLabel(text.slice(0, slash)) && isDnsLabel(text.slice(slash + 1));
}
