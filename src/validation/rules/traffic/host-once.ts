import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { FirstInUnit } from '../../first-in-unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { fullHost } from '../istio/host-names';

/** Two VirtualServices, the second of this host. */
function hostExample(host: string): string {
  return ['web', 'api'].map((name) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
spec:
  hosts:
    - ${name === 'api' ? host : 'web.example.com'}
  gateways:
    - istio-system/public
  http:
    - route:
        - destination:
            host: ${name}.shop.svc.cluster.local
`).join('---\n');
}

/** Finds hosts that two VirtualServices claim. */
export const hostOnce = defineRule({
  id: 'traffic/host-once',
  severity: 'error',
  kinds: ['networking.istio.io/VirtualService'],
  since: '0.1.0',
  implements: ['IST0109'],
  title: 'all traffic of a host and gateway is routed by one VirtualService',
  rationale: 'Inside the mesh Istio takes one VirtualService of a host and ignores the others (IST0109). At a gateway it merges them '
    + 'in an order that nobody has set, and behind a route without a match nothing is reached. One of the two, and a release with '
    + 'it, gets no traffic.',
  bad: hostExample('web.example.com'),
  good: hostExample('api.example.com'),
  check(entry, context) {
    for (const { host, gateway, claim } of claimsOf(entry)) {
      const other = HOSTS.before(entry, claim, context.manifests);
      if (!other) continue;
      const where = gateway === MESH ? 'in the mesh' : `at gateway ${gateway}`;
      context.report(host.pointer, `${describe(other.id)} routes ${host.text} ${where} already${madeAt(other, entry)}`, {
        rival: other,
        received: host.text,
        expected: 'a host of its own',
        fix: 'put the routes of both into one VirtualService, or give this one another host',
      });
      return;
    }
  },
});

const MESH = 'mesh';

interface HostClaim {
  readonly host: Place;
  readonly gateway: string;
  /** Host and gateway in one spelling. */
  readonly claim: string;
}

const HOSTS = new FirstInUnit((entry) => claimsOf(entry).map(({ claim }) => claim));

/** Routes with a match of their own may stand in several VirtualServices of a gateway, one without takes all that is left. */
function claimsOf({ id, manifest }: ManifestEntry): HostClaim[] {
  if (id.group !== 'networking.istio.io' || id.kind !== 'VirtualService') return [];
  const spec = Place.root(manifest).at('spec');
  const takesAll = ['http', 'tls', 'tcp'].some((section) => spec.at(section).items.some((route) => route.at('match').items.length === 0));
  const named = spec.at('gateways').items.map((gateway) => gateway.text);
  const gateways = (named.length > 0 ? named : [MESH]).filter((gateway) => gateway === MESH || takesAll);
  return spec.at('hosts').items.flatMap((host) => gateways.map((gateway) => ({
    host, gateway, claim: `${fullHost(host.text, id.namespace)} ${gateway === MESH || gateway.includes('/') ? gateway : `${id.namespace}/${gateway}`}`,
  })));
}
