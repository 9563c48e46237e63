import { ofKind } from '../manifests/entry-index';
import type { ManifestSet } from '../manifests/manifest-set';
import { readSetOnce } from '../manifests/read-once';

/** The kinds of the objects of a set, whatever their group: custom resources may be called anything. */
export const kindsHere = readSetOnce(({ entries }): ReadonlySet<string> => new Set(entries.map(({ id }) => id.kind)));

/** Whether a set has objects of a kind. @param group undefined where any group is meant */
export function isKindHere(manifests: ManifestSet, group: string | undefined, kind: string): boolean {
  return group === undefined ? kindsHere(manifests).has(kind) : ofKind(manifests.entries, group === '' ? kind : `${group}/${kind}`).length > 0;
}
