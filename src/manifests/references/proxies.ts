import type { Place } from './place';
import type { ReferenceList } from './reference';
import { hostReference } from './routing';

/** Mapping of Ambassador: the Service behind it. With a resolver the name may be one of Consul's. */
export function mappingReferences(list: ReferenceList, root: Place): void {
  const spec = root.at('spec');
  if (spec.at('resolver').exists) return;
  const host = spec.at('service').text.replace(/^[a-z]+:\/\//, '').replace(/:\d+$/, '');
  hostReference(list, spec.at('service'), 'service', host);
}

/** TraefikService: what it splits or mirrors requests to. */
export function traefikServiceReferences(list: ReferenceList, root: Place): void {
  const spec = root.at('spec');
  for (const service of spec.at('weighted', 'services').items) traefikReference(list, service, 'service');
  traefikReference(list, spec.at('mirroring'), 'service');
  for (const mirror of spec.at('mirroring', 'mirrors').items) traefikReference(list, mirror, 'mirror');
}

/** IngressRoute of Traefik: the Services and TraefikServices behind it. */
export function ingressRouteReferences(list: ReferenceList, root: Place): void {
  for (const route of root.at('spec', 'routes').items) {
    for (const service of route.at('services').items) traefikReference(list, service, 'service');
  }
}

/** ApisixRoute: the Services behind it. */
export function apisixRouteReferences(list: ReferenceList, root: Place): void {
  const spec = root.at('spec');
  for (const rule of spec.at('http').items) {
    for (const backend of rule.at('backends').items) list.addService(backend.at('serviceName'), 'backend');
  }
  for (const rule of spec.at('stream').items) list.addService(rule.at('backend', 'serviceName'), 'backend');
}

/** TrafficSplit of the Service Mesh Interface: the Service that clients call and those that answer. */
export function trafficSplitReferences(list: ReferenceList, root: Place): void {
  const spec = root.at('spec');
  // Before the last version the root service may be a name with dots.
  hostReference(list, spec.at('service'), 'root service');
  for (const backend of spec.at('backends').items) list.addService(backend.at('service'), 'backend');
}

function traefikReference(list: ReferenceList, owner: Place, role: string): void {
  const kind = owner.at('kind').text || 'Service';
  // `name@provider` is an object of another provider.
  if (owner.at('name').text.includes('@')) return;
  const namespace = owner.at('namespace').text || undefined;
  if (kind === 'Service') list.add(owner.at('name'), role, { group: '', kind, namespace });
  else if (kind === 'TraefikService') list.add(owner.at('name'), role, { ...TRAEFIK_SERVICE, namespace });
}

/** TraefikService under the group that Argo Rollouts 1.9 looks in, and the one that Traefik 3 serves. */
export const TRAEFIK_SERVICE = {
  group: 'traefik.containo.us',
  kind: 'TraefikService',
  otherKinds: [{ group: 'traefik.io', kind: 'TraefikService' }],
} as const;

/** Mapping under the group that Argo Rollouts looks in, and the one that it can be told to look in. */
export const MAPPING = {
  group: 'getambassador.io',
  kind: 'Mapping',
  otherKinds: [{ group: 'x.getambassador.io', kind: 'AmbassadorMapping' }],
} as const;
