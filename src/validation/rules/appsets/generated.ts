import type { GeneratedApplication } from '../../../expansion/application-set-expansion';
import { expansionOf } from '../../../expansion/expansions';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { Place } from '../../../manifests/references/place';

/** An Application that a set makes, for rules: parts that depend on what is not known are left out. */
export interface Generated {
  readonly application: GeneratedApplication;
  readonly root: Place;
  /** Its name, `''` when it is not known. */
  readonly name: string;
}

/** The Applications of a set, with what is known of them. */
export function generatedBy(entry: ManifestEntry, manifests: ManifestSet): readonly Generated[] {
  return expansionOf(entry, manifests).applications.map((application) => {
    const root = Place.root(application.manifest);
    return { application, root, name: knownText(root.at('metadata', 'name')) };
  });
}

/** The text here, `''` when it is not known. */
export function knownText(place: Place): string {
  return place.text.includes('{{') ? '' : place.text;
}

/** A list for messages, cut where it gets long. */
export function listed(names: Iterable<string>, most = 5): string {
  const all = [...new Set(names)].sort();
  return all.length > most ? `${all.slice(0, most).join(', ')} and ${all.length - most} more` : all.join(', ');
}
