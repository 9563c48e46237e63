import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { referencesOf, resolve } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';

/** A port that a router object names, with the Service it is one of. */
export interface BackendPort {
  readonly place: Place;
  /** A number, or a name. */
  readonly port: number | string;
  readonly service: ManifestEntry;
  /** Whether pods are reached without the Service in between, so that any of their ports is. */
  readonly isDirect: boolean;
}

/** The ports that an object names of Services in the set. */
export function backendPorts(entry: ManifestEntry, manifests: ManifestSet): BackendPort[] {
  const named = namedPorts(Place.root(entry.manifest).at('spec'), entry.id.kind);
  if (named.length === 0) return [];
  const references = new Map(referencesOf(entry).filter(({ group, kind }) => group === '' && kind === 'Service').map((one) => [one.pointer, one]));
  return named.flatMap(({ name, place, port }) => {
    const reference = references.get(name.pointer);
    const found = reference && resolve(manifests, entry, reference);
    if (!found || found === 'external') return [];
    return [{ place, port, service: found.entry, isDirect: place === name }];
  });
}

interface NamedPort {
  /** Where the Service is named. */
  readonly name: Place;
  /** Where the port is. */
  readonly place: Place;
  readonly port: number | string;
}

function namedPorts(spec: Place, kind: string): NamedPort[] {
  switch (kind) {
    case 'Ingress': {
      const paths = spec.at('rules').items.flatMap((rule) => rule.at('http', 'paths').items.map((path) => path.at('backend', 'service')));
      return [spec.at('defaultBackend', 'service'), ...paths].flatMap((service) =>
        ['number', 'name'].flatMap((key) => portAt(service.at('name'), service.at('port', key))));
    }
    case 'TraefikService':
      return [...spec.at('weighted', 'services').items, spec.at('mirroring'), ...spec.at('mirroring', 'mirrors').items]
        .flatMap((service) => portAt(service.at('name'), service.at('port')));
    case 'IngressRoute':
      return spec.at('routes').items.flatMap((route) => route.at('services').items).flatMap((service) => portAt(service.at('name'), service.at('port')));
    case 'ApisixRoute':
      return spec.at('http').items.flatMap((rule) => rule.at('backends').items)
        .flatMap((backend) => portAt(backend.at('serviceName'), backend.at('servicePort')));
    case 'Mapping': {
      const service = spec.at('service');
      const port = /:(\d+)$/.exec(service.text)?.[1];
      return port === undefined ? [] : [{ name: service, place: service, port: Number(port) }];
    }
    default: {
      const backends = spec.at('rules').items.flatMap((rule) => [
        ...rule.at('backendRefs').items, ...rule.at('filters').items.map((filter) => filter.at('requestMirror', 'backendRef')),
      ]);
      return backends.flatMap((backend) => portAt(backend.at('name'), backend.at('port')));
    }
  }
}

function portAt(name: Place, place: Place): NamedPort[] {
  const port = place.value;
  const isPort = typeof port === 'number' || (typeof port === 'string' && port !== '' && !port.includes('{{'));
  return isPort ? [{ name, place, port }] : [];
}
