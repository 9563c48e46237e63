import { Place } from '../../../manifests/references/place';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { routesOf, VIRTUAL_SERVICE } from './destinations';
import { examplePublicRoute } from './example-istio';
import { hostsOverlap, isHost, isIpAddress } from './host-names';

function hostExample(host: string): string {
  return joinDocuments(exampleServices('web'), examplePublicRoute().replace('- web.example.com', `- web.example.com\n    - "${host}"`));
}

/** Finds hosts of a VirtualService that Istio does not take. */
export const istioVirtualServiceHosts = defineRule({
  id: 'istio/virtual-service-hosts',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IS-001', 'IS-002', 'IS-003', 'IS-004', 'IS-005'],
  title: 'a VirtualService has hosts that are DNS names, each once, and routes',
  rationale: 'Istio refuses a VirtualService without routes, with a host that is no DNS name, with "*" inside the mesh, or with two hosts '
    + 'of which one is in the other. One without hosts is for others to delegate to: it has http routes and no gateways.',
  bad: hostExample('*.example.com'),
  good: hostExample('*.example.org'),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const hosts = spec.at('hosts').items;
    const sections = (['http', 'tls', 'tcp'] as const).filter((section) => routesOf(entry, section).length > 0);
    if (sections.length === 0) {
      context.report('/spec', 'this VirtualService has no routes', { received: 'no routes', expected: 'http, tls or tcp', fix: 'add a route to http' });
    }
    if (hosts.length === 0) {
      for (const field of ['gateways', 'tls', 'tcp']) {
        if (spec.at(field).items.length === 0) continue;
        context.report(spec.at(field).pointer, `${field} is set in a VirtualService without hosts, which is for others to delegate to`, {
          received: 'no hosts', expected: 'hosts, or http routes alone', fix: 'add hosts',
        });
      }
    }
    const gateways = spec.at('gateways').items.map((gateway) => gateway.text);
    const isInMesh = gateways.length === 0 || gateways.includes('mesh');
    hosts.forEach((host, index) => {
      const { text } = host;
      if (typeof host.value !== 'string' || text.includes('{{')) return;
      // At a gateway a host may be one that Istio has made up for a port and subset.
      const isMadeUp = !isInMesh && text.startsWith('outbound_');
      if (!isHost(text) && !isIpAddress(text) && !isMadeUp) {
        context.report(host.pointer, `${JSON.stringify(text)} is no host`, {
          received: text, expected: 'a DNS name, with * at most as its first label', fix: 'write the name without scheme, port and path',
        });
      } else if (text === '*' && isInMesh) {
        context.report(host.pointer, 'host * is for gateways, and this VirtualService is for the mesh', {
          received: gateways.join(', ') || 'no gateways', expected: 'gateways without mesh', fix: 'add gateways, or name the hosts',
        });
      }
      const before = hosts.slice(0, index).find((other) => hostsOverlap(other.text, text));
      if (!before || text === '') return;
      context.report(host.pointer, `host ${text} is in ${before.text}, which is listed already`, {
        received: text, expected: 'hosts that have nothing in common', fix: 'remove one of the two',
      });
    });
  },
});
