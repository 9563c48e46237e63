import type { JsonObject } from '../../../manifests/json';
import { LabelledObjects } from '../../../manifests/labelled-objects';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';

/** The Services of a namespace that a label selector of an object picks. */
export function servicesSelected(
  selector: JsonObject, namespace: string, { unit }: ManifestEntry, { entries }: ManifestSet,
): readonly ManifestEntry[] {
  return SERVICES.select(entries, unit, namespace, selector);
}

/** The labels of an object itself. */
export function ownLabelsOf({ manifest }: ManifestEntry): JsonObject {
  return Place.root(manifest).at('metadata', 'labels').object;
}

const SERVICES = new LabelledObjects((entry) => (entry.id.kind === 'Service' && entry.id.group === '' ? [ownLabelsOf(entry)] : []));
