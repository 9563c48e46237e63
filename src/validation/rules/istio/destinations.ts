import type { ManifestEntry } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';
import { readOnce } from '../../readings';

/** Kinds of Istio that rules look at. */
export const VIRTUAL_SERVICE = 'networking.istio.io/VirtualService';
export const DESTINATION_RULE = 'networking.istio.io/DestinationRule';
export const GATEWAY = 'networking.istio.io/Gateway';

/** Routes of a VirtualService in the order of the document. */
export function routesOf(entry: ManifestEntry, section: 'http' | 'tcp' | 'tls'): readonly Place[] {
  return readRoutes(entry)[section];
}

const readRoutes = readOnce((entry: ManifestEntry) => {
  const spec = Place.root(entry.manifest).at('spec');
  return { http: spec.at('http').items, tcp: spec.at('tcp').items, tls: spec.at('tls').items };
});

/** Every destination of a VirtualService: those of routes and those of mirrors. */
export const destinationsOf = readOnce((entry: ManifestEntry): readonly Place[] => {
  const weighted = (['http', 'tls', 'tcp'] as const).flatMap((section) => routesOf(entry, section))
    .flatMap((route) => route.at('route').items.map((item) => item.at('destination')));
  const mirrors = routesOf(entry, 'http').flatMap((route) => [
    route.at('mirror'), ...route.at('mirrors').items.map((mirror) => mirror.at('destination')),
  ]);
  return [...weighted, ...mirrors].filter((destination) => destination.exists);
});
