import { describe } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { FirstInUnit } from '../../first-in-unit';
import { madeAt } from '../../made-at';
import { defineRule } from '../../rule';
import { jsonText } from '../../schema/describe-value';
import { joinDocuments } from '../rollouts/example-rollout';
import { GATEWAY } from './destinations';
import { exampleGateway } from './example-istio';

/** Finds Gateways that serve one host at one port of the same proxy. */
export const istioGatewaysApart = defineRule({
  id: 'istio/gateways-apart',
  severity: 'warning',
  kinds: [GATEWAY],
  since: '0.1.0',
  implements: ['IST0145'],
  title: 'a host and port of a proxy are served by one Gateway',
  rationale: 'Two Gateways with one selector, port and host are servers of the same proxy. It takes the older one, and VirtualServices '
    + 'of the other are not reached (IST0145).',
  bad: joinDocuments(exampleGateway('web.example.com'), exampleGateway('web.example.com', 'second')),
  good: joinDocuments(exampleGateway('web.example.com'), exampleGateway('api.example.com', 'second')),
  check(entry, context) {
    for (const { host, claim } of claimsOf(entry)) {
      const other = CLAIMS.before(entry, claim, context.manifests);
      if (!other) continue;
      context.report(host.pointer, `${describe(other.id)}${madeAt(other, entry)} serves ${host.text} at this port already`, {
        rival: other, received: host.text, expected: 'a host or port of its own', fix: 'let both use one Gateway',
      });
    }
  },
});

const CLAIMS = new FirstInUnit((entry) => claimsOf(entry).map(({ claim }) => claim));

function claimsOf({ id, manifest }: ManifestEntry): Array<{ host: Place; claim: string }> {
  if (id.group !== 'networking.istio.io' || id.kind !== 'Gateway') return [];
  const spec = Place.root(manifest).at('spec');
  const selector = spec.at('selector').fields.map(([key, value]) => `${key}=${value.text}`).sort().join(',');
  return spec.at('servers').items.flatMap((server) => server.at('hosts').items.map((host) => ({
    host, claim: [selector, jsonText(server.at('port', 'number').value ?? 0), server.at('bind').text, host.text].join(' '),
  })));
}
