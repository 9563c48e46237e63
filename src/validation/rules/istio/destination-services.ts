import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { referencesOf, resolve } from '../../../manifests/references';
import { Place } from '../../../manifests/references/place';
import { madeAt } from '../../made-at';
import { readOnceIn } from '../../readings';
import { destinationsOf } from './destinations';

/** A destination of a VirtualService whose Service is in the set. */
export interface ServiceDestination {
  readonly destination: Place;
  /** How messages name the Service: with the line that made it. */
  readonly title: string;
  /** The ports of the Service. */
  readonly ports: readonly number[];
}

/** The destinations of a VirtualService that lead to Services of the set. */
export const serviceDestinations = readOnceIn((entry: ManifestEntry, manifests: ManifestSet): readonly ServiceDestination[] => {
  const references = new Map(referencesOf(entry).filter(({ kind }) => kind === 'Service').map((reference) => [reference.pointer, reference]));
  return destinationsOf(entry).flatMap((destination) => {
    const reference = references.get(destination.at('host').pointer);
    const found = reference && resolve(manifests, entry, reference);
    if (!found || found === 'external') return [];
    const ports = Place.root(found.entry.manifest).at('spec', 'ports').items.map((port) => port.at('port').value);
    return [{
      destination,
      // Built when it is said: to find a line is costly.
      get title() {
        return `Service ${found.entry.id.name}${madeAt(found.entry, entry)}`;
      },
      ports: ports.filter((port) => typeof port === 'number'),
    }];
  });
});
