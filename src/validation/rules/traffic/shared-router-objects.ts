import { EntryIndex } from '../../../manifests/entry-index';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Pointer } from '../../../manifests/pointer';
import { referencesOf } from '../../../manifests/references';
import { splitIngresses } from './ingress-routing';
import { managedVirtualServices, namesOfManagedRoutes, selectRoutes } from './istio-routing';
import { canaryPlace } from './router-objects';

/** Something that one Rollout writes, and a second one would write over. */
export interface RouterClaim {
  readonly pointer: Pointer;
  /** What is claimed, as messages name it: `http route primary of VirtualService web`. */
  readonly what: string;
  readonly namespace: string;
}

/** Kinds that the controller writes or makes for one Rollout. HTTPRoutes and Ingresses of NGINX have a part for each. */
const WHOLE: ReadonlySet<string> = new Set(['DestinationRule', 'Mapping', 'AmbassadorMapping', 'TraefikService', 'VirtualNode']);

/** Kinds of which a Rollout has parts: routes, rules, managed routes. */
const IN_PARTS: ReadonlySet<string> = new Set(['VirtualService', 'ApisixRoute', 'Ingress']);

/** Rollouts of the unit, before this one, that name one of its router objects. */
export function rolloutsOfSameObjects(rollout: ManifestEntry, manifests: ManifestSet): ManifestEntry[] {
  const entries = manifests.of(rollout.unit);
  const found = new Set(objectKeys(rollout).flatMap((key) => {
    const all = BY_OBJECT.find(entries, key);
    return all.slice(0, all.indexOf(rollout));
  }));
  return [...found];
}

/** What the controller writes for a Rollout in objects that another Rollout may name too. */
export function routerClaims(rollout: ManifestEntry, manifests: ManifestSet): RouterClaim[] {
  const { namespace } = rollout.id;
  const routing = canaryPlace(rollout).at('trafficRouting');
  const [smi, apisix] = [routing.at('smi'), routing.at('apisix', 'route')];
  const rules = apisix.at('rules').exists ? apisix.at('rules').items : [apisix.at('name')];
  return [
    ...virtualServiceClaims(rollout, manifests),
    ...referencesOf(rollout).filter(({ kind }) => WHOLE.has(kind))
      .map((reference) => ({ pointer: reference.pointer, what: `${reference.kind} ${reference.name}`, namespace: reference.namespace })),
    ...(smi.exists ? [{ pointer: smi.pointer, what: `TrafficSplit ${splitName(rollout)}`, namespace }] : []),
    ...rules.filter((rule) => rule.text !== '')
      .map((rule) => ({ pointer: rule.pointer, what: `http rule ${rule.text} of ApisixRoute ${apisix.at('name').text}`, namespace })),
    ...managedRouteClaims(rollout, manifests),
  ];
}

const BY_OBJECT = new EntryIndex(objectKeys);

function objectKeys(entry: ManifestEntry): string[] {
  if (entry.id.group !== 'argoproj.io' || entry.id.kind !== 'Rollout') return [];
  const { namespace } = entry.id;
  const routing = canaryPlace(entry).at('trafficRouting');
  return [
    ...referencesOf(entry).filter(({ kind }) => WHOLE.has(kind) || IN_PARTS.has(kind)).map((reference) => `${reference.kind} ${reference.namespace}/${reference.name}`),
    ...(routing.at('smi').exists ? [`TrafficSplit ${namespace}/${splitName(entry)}`] : []),
    ...(routing.at('apisix').exists ? namesOfManagedRoutes(entry).map((name) => `ApisixRoute ${namespace}/${name}`) : []),
  ];
}

function splitName(rollout: ManifestEntry): string {
  return canaryPlace(rollout).at('trafficRouting', 'smi', 'trafficSplitName').text || rollout.id.name;
}

function virtualServiceClaims(rollout: ManifestEntry, manifests: ManifestSet): RouterClaim[] {
  // A route whose further subsets are kept may have those of several Rollouts.
  if (canaryPlace(rollout).at('trafficRouting', 'istio', 'destinationRule', 'additionalSubsetNames').items.length > 0) return [];
  return managedVirtualServices(rollout, manifests).flatMap((service) => selectRoutes(service).routes.map(({ label }) => ({
    pointer: service.pointer, what: `${label} of VirtualService ${service.name}`, namespace: service.entry.id.namespace,
  })));
}

function managedRouteClaims(rollout: ManifestEntry, manifests: ManifestSet): RouterClaim[] {
  const routing = canaryPlace(rollout).at('trafficRouting');
  const owners = [
    ...managedVirtualServices(rollout, manifests).map(({ entry }) => entry.id),
    ...splitIngresses(rollout, manifests).filter(({ router }) => router === 'alb').map(({ entry }) => entry.id),
  ];
  return routing.at('managedRoutes').items.map((route) => route.at('name')).flatMap(({ text, pointer }) => {
    if (text === '') return [];
    const claims = owners.map((owner) => ({ pointer, what: `managed route ${text} of ${owner.kind} ${owner.name}`, namespace: owner.namespace }));
    // The header route of APISIX is an object of that name.
    return routing.at('apisix').exists ? [...claims, { pointer, what: `ApisixRoute ${text} of a managed route`, namespace: rollout.id.namespace }] : claims;
  });
}
