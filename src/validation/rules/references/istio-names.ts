import { EntryIndex } from '../../../manifests/entry-index';
import type { ObjectId } from '../../../manifests/manifest';
import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { certainlyMeant } from '../../certain-edit';
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
      const { namespace } = entry.id;
      const servicesHere = (): readonly string[] =>
        SERVICES.find(context.manifests.entries, placeOf(entry, namespace)).map(({ id }) => id.name);
      verify(host, { group: '', kind: 'Service', namespace, name: host.text }, servicesHere, entry, context);
    }
    for (const gateway of gateways) {
      const { text } = gateway;
      if (text === 'mesh' || !/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(text)) continue;
      const [name = '', namespace] = text.split('/').reverse();
      const gatewaysHere = (): readonly string[] => {
        const there = GATEWAYS.find(context.manifests.entries, placeOf(entry, namespace === undefined ? entry.id.namespace : '*'));
        return there.map(({ id }) => (namespace === undefined ? id.name : `${id.namespace}/${id.name}`));
      };
      verify(gateway, { group: 'networking.istio.io', kind: 'Gateway', namespace: namespace ?? entry.id.namespace, name }, gatewaysHere, entry, context);
    }
  },
});

function verify(
  { text: name, pointer }: Place, id: ObjectId, namesHere: () => readonly string[], { unit }: ManifestEntry, context: RuleContext,
): void {
  const { manifests } = context;
  if (manifests.find(unit, id) !== undefined || manifests.isExternal(unit, id)) return;
  const known = namesHere();
  const meant = known.length > MANY || known.includes(name) ? undefined : certainlyMeant(name, new Set(known));
  if (meant === undefined) return;
  context.report(pointer, `there is no ${id.kind} ${name}, and one called ${meant}`, {
    received: name, expected: meant, fix: `did you mean ${meant}?`,
  });
}

/** Of more objects than this one or the other is called nearly the same. */
const MANY = 1000;

const SERVICES = new EntryIndex((entry) => (isOf(entry, '', 'Service') ? [placeOf(entry, entry.id.namespace)] : []));
const GATEWAYS = new EntryIndex((entry) => (isOf(entry, 'networking.istio.io', 'Gateway') ? [placeOf(entry, entry.id.namespace), placeOf(entry, '*')] : []));

function isOf({ id }: ManifestEntry, group: string, kind: string): boolean {
  return id.kind === kind && id.group === group;
}

function placeOf({ unit }: ManifestEntry, namespace: string): string {
  return `${unit.destination.cluster}\n${namespace}`;
}
