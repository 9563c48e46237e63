import { ofKind } from '../../../manifests/entry-index';
import type { ObjectId } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { certainlyMeant, corrected } from '../../certain-edit';
import { defineRule, type RuleContext } from '../../rule';
import { VIRTUAL_SERVICE } from '../istio/destinations';
import { exampleGateway, examplePublicRoute } from '../istio/example-istio';
import { exampleServices, joinDocuments } from '../rollouts/example-rollout';

function gatewayExample(name: string): string {
  return joinDocuments(exampleServices('web'), exampleGateway('web.example.com'), examplePublicRoute().replace('- shop/public', `- ${name}`));
}

/** Finds hosts and gateways that are nearly a Service or a Gateway. */
export const istioNames = defineRule({
  id: 'references/istio-names',
  severity: 'warning',
  kinds: [VIRTUAL_SERVICE],
  since: '0.1.0',
  implements: [],
  title: 'hosts and gateways of a VirtualService are spelt as the Services and Gateways that there are',
  rationale: 'Istio takes any name. A host that is a letter from a Service is no request\'s, and a gateway that is a letter from a Gateway serves '
    + 'nothing of it: the weights of a release move nothing. Names that are nearly nothing may be elsewhere, and are not looked at.',
  bad: gatewayExample('shop/publc'),
  good: gatewayExample('shop/public'),
  check(entry, context) {
    const spec = Place.root(entry.manifest).at('spec');
    const gateways = spec.at('gateways').items;
    const isInMesh = gateways.length === 0 || gateways.some(({ text }) => text === 'mesh');
    for (const host of isInMesh ? spec.at('hosts').items : []) {
      // Names with dots may be hosts outside.
      if (!/^[a-z0-9-]+$/.test(host.text)) continue;
      const known = namesOf('Service', entry, context.manifests);
      verify(host, host.text, known, { group: '', kind: 'Service', namespace: entry.id.namespace, name: host.text }, entry, context);
    }
    for (const gateway of gateways) {
      const { text } = gateway;
      if (text === 'mesh' || !/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(text)) continue;
      const known = ofKind(context.manifests.entries, 'networking.istio.io/Gateway').filter((one) => isNear(one, entry))
        .map(({ id }) => (text.includes('/') ? `${id.namespace ?? ''}/${id.name}` : id.namespace === entry.id.namespace ? id.name : ''));
      const [name = '', namespace = entry.id.namespace] = text.split('/').reverse();
      verify(gateway, text, known, { group: 'networking.istio.io', kind: 'Gateway', namespace, name }, entry, context);
    }
  },
});

function verify(place: Place, name: string, known: readonly string[], id: ObjectId, { unit }: ManifestEntry, context: RuleContext): void {
  const meant = known.includes(name) ? undefined : certainlyMeant(name, new Set(known));
  if (meant === undefined || meant === '' || context.manifests.isExternal(unit, id)) return;
  context.report(place.pointer, `there is no ${id.kind} ${name}, and one called ${meant}`, {
    received: name, expected: meant, fix: `did you mean ${meant}?`, ...corrected(place.pointer, meant),
  });
}

function namesOf(kind: string, entry: ManifestEntry, { entries }: ManifestSet): string[] {
  return ofKind(entries, kind).filter((one) => one.id.namespace === entry.id.namespace && isNear(one, entry)).map(({ id }) => id.name);
}

function isNear(one: ManifestEntry, { unit }: ManifestEntry): boolean {
  return one.unit.destination.cluster === unit.destination.cluster;
}
