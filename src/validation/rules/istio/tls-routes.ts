import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';
import { isHost, isIpAddress } from './host-names';

function tlsExample(host: string): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute(`
tls:
  - match:
      - port: 443
        sniHosts:
          - ${host}
    route:
      - destination:
          host: web
`));
}

/** Finds routes of TLS and TCP that Istio does not take. */
export const istioTlsRoutes = defineRule({
  id: 'istio/tls-routes',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-030', 'IS-031', 'IS-032', 'IS-033'],
  title: 'routes of TLS match hosts of their VirtualService, and every route leads somewhere',
  rationale: 'Istio refuses a tls route without a match, without hosts of SNI, or with one that is not among the hosts of the '
    + 'VirtualService, and a tls or tcp route without destinations.',
  bad: tlsExample('api.example.com'),
  good: tlsExample('web.example.com'),
  check(entry, context) {
    const hosts = Place.root(entry.manifest).at('spec', 'hosts').items.map((host) => host.text);
    for (const section of ['tls', 'tcp'] as const) {
      for (const route of routesOf(entry, section)) {
        if (route.at('route').items.length > 0) continue;
        context.report(route.pointer, `this ${section} route leads nowhere`, { received: 'no destinations', expected: 'a destination', fix: 'add one to route' });
      }
    }
    for (const route of routesOf(entry, 'tls')) {
      const matches = route.at('match').items;
      if (matches.length === 0) {
        context.report(route.pointer, 'this tls route has no match', { received: 'no match', expected: 'a match with sniHosts', fix: 'add match: [{sniHosts: [...]}]' });
      }
      for (const match of matches) {
        const sniHosts = match.at('sniHosts').items;
        if (sniHosts.length === 0) {
          context.report(match.pointer, 'this match has no sniHosts', { received: 'no sniHosts', expected: 'the hosts that clients ask for', fix: 'list hosts of the VirtualService' });
        }
        for (const host of sniHosts) {
          const { text } = host;
          if (text === '' || text.includes('{{') || isIpAddress(text) || text.startsWith('outbound_')) continue;
          if (isHost(text) && hosts.some((owner) => isWithin(text, owner))) continue;
          context.report(host.pointer, `${text} is not within the hosts of the VirtualService`, {
            received: text, expected: hosts.join(', ') || 'hosts', fix: 'list it in hosts, or correct the name',
          });
        }
      }
    }
  },
});

/** Whether all that the first host means is meant by the second too. */
function isWithin(host: string, owner: string): boolean {
  if (!owner.startsWith('*')) return host === owner;
  const suffix = owner.slice(1);
  return host.replace(/^\*/, '').endsWith(suffix) && host.length >= owner.length;
}
