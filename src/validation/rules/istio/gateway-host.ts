import type { ManifestEntry } from '../../../manifests/manifest-set';
import { referencesOf, resolve } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';
import { VIRTUAL_SERVICE } from './destinations';
import { exampleGateway, examplePublicRoute } from './example-istio';
import { hostsOverlap } from './host-names';

/** Finds gateways that do not take in any host of a VirtualService. */
export const istioGatewayHost = defineRule({
  id: 'istio/gateway-host',
  severity: 'error',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: ['IST0132'],
  title: 'a gateway takes in a host of each VirtualService that is bound to it',
  rationale: 'A Gateway lists the hosts that it serves, and may limit them to namespaces. It passes over a VirtualService with none of '
    + 'them, and answers its requests with 404 (IST0132).',
  bad: joinDocuments(exampleGateway('api.example.com'), examplePublicRoute(), exampleServices('web')),
  good: joinDocuments(exampleGateway('*.example.com'), examplePublicRoute(), exampleServices('web')),
  check(entry, context) {
    const hosts = Place.root(entry.manifest).at('spec', 'hosts').items.map((place) => place.text);
    // A delegate has no hosts.
    if (hosts.length === 0) return;
    for (const reference of referencesOf(entry).filter(({ role }) => role === 'gateway')) {
      const found = resolve(context.manifests, entry, reference);
      if (!found || found === 'external') continue;
      const served = hostsFor(found.entry, entry.id.namespace);
      if (served.some((one) => hosts.some((host) => hostsOverlap(one, host)))) continue;
      context.report(reference.pointer, `Gateway ${reference.name}${madeAt(found.entry, entry)} serves no host of this VirtualService`, {
        received: hosts.join(', '), expected: served.join(', ') || `a host for namespace ${entry.id.namespace}`, fix: 'add the host to a server of the Gateway',
      });
    }
  },
});

/** The hosts that a Gateway serves for a namespace. A host may say `namespace/host`, with `.` for the Gateway's own and `*` for any. */
function hostsFor(gateway: ManifestEntry, namespace: string): string[] {
  const hosts = Place.root(gateway.manifest).at('spec', 'servers').items.flatMap((server) => server.at('hosts').items.map((host) => host.text));
  return hosts.flatMap((text) => {
    const slash = text.indexOf('/');
    if (slash < 0) return [text];
    const owner = text.slice(0, slash);
    return owner === '*' || owner === namespace || (owner === '.' && gateway.id.namespace === namespace) ? [text.slice(slash + 1)] : [];
  });
}
