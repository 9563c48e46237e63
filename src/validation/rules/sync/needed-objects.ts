import { describe } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { type Reference, referencesOf } from '../../../manifests/references';
import { neededObject } from './secret-makers';

/** An object of the same unit that another one does not work without. */
export interface NeededObject {
  readonly reference: Reference;
  readonly object: ManifestEntry;
}

/** What an object of a unit needs of the others. */
export function neededObjects(entry: ManifestEntry, manifests: ManifestSet): NeededObject[] {
  return referencesOf(entry).filter(({ optional }) => !optional).flatMap((reference) => {
    const object = neededObject(manifests, entry, reference);
    return object ? [{ reference, object }] : [];
  });
}

/** How messages name what is needed: a Secret by what it is made from. */
export function neededText({ reference, object }: NeededObject): string {
  return `${describe(object.id)}${object.id.kind === reference.kind ? '' : `, which ${reference.kind}/${reference.name} is made from,`}`;
}
