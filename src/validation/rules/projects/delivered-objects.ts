import { sameRepository } from '../../../manifests/git-url';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import type { Place } from '../../../manifests/references/place';
import type { Unit } from '../../../manifests/unit';
import { applicationSpec, isPartial } from '../apps/application-spec';

const found = new WeakMap<ManifestSet, { readonly size: number; readonly byFolder: ReadonlyMap<string, Unit> }>();

/** The objects of this synth that an Application delivers: those of the units in whose folders its sources lie. */
export function deliveredObjects(entry: ManifestEntry, manifests: ManifestSet): readonly ManifestEntry[] {
  if (isPartial(entry)) return [];
  const folders = writtenSources(entry).map((source) => writtenFolder(source, manifests));
  const units = folders.map((folder) => (folder === undefined ? undefined : unitsOf(manifests).get(folder)));
  return [...new Set(units)].flatMap((unit) => (unit ? manifests.of(unit) : []));
}

/** The sources of an Application as they are written. What is hydrated lies on another branch. */
export function writtenSources(entry: ManifestEntry): readonly Place[] {
  const spec = applicationSpec(entry);
  if (spec.at('sourceHydrator').exists) return [];
  const several = spec.at('sources').items;
  return several.length > 0 ? several : [spec.at('source')];
}

/** The folder of a source below the folder that this synth writes to, `''` for that one itself; undefined where it is none of it. */
export function writtenFolder(source: Place, manifests: ManifestSet): string | undefined {
  const folder = normal(source.at('path').text);
  if (folder === '' || folder.includes('{{')) return undefined;
  for (const { url, root } of manifests.repositories) {
    const top = normal(root);
    if (!sameRepository(url, source.at('repoURL').text) || !(top === '' || `${folder}/`.startsWith(`${top}/`))) continue;
    return top === '' ? folder : folder.slice(top.length + 1);
  }
  // Of files that somebody wrote nobody says where they are committed.
  return manifests.repositories.length === 0 ? folder : undefined;
}

function unitsOf(manifests: ManifestSet): ReadonlyMap<string, Unit> {
  let known = found.get(manifests);
  // Objects may have been added since.
  if (known?.size !== manifests.entries.length) {
    known = { size: manifests.entries.length, byFolder: new Map(manifests.units.map((unit) => [unit.id, unit])) };
    found.set(manifests, known);
  }
  return known.byFolder;
}

function normal(path: string): string {
  return path.split('/').filter((segment) => segment !== '' && segment !== '.').join('/');
}
