import { sameRepository } from '../../../manifests/git-url';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import type { Place } from '../../../manifests/references/place';
import type { Unit } from '../../../manifests/unit';
import { applicationSpec, isPartial } from '../apps/application-spec';

/** What says how a folder is put together is applied nowhere. */
const KUSTOMIZE = 'kustomize.config.k8s.io';

/**
 * The objects of this synth that an Application delivers: those of the units in whose folders its sources lie, with what these take
 * from elsewhere.
 */
export function deliveredObjects(
  entry: ManifestEntry, manifests: ManifestSet, isMeant: (source: Place) => boolean = () => true,
): readonly ManifestEntry[] {
  if (isPartial(entry)) return [];
  const sources = writtenSources(entry).filter(isMeant);
  const units = sources.flatMap((source) => [...ownUnit(source, manifests), ...unitsBelow(source, manifests)]);
  return [...new Set(units)].flatMap((unit) => [...manifests.of(unit), ...manifests.included.of(unit)])
    .filter(({ id }) => id.group !== KUSTOMIZE);
}

function ownUnit(source: Place, manifests: ManifestSet): readonly Unit[] {
  const folder = writtenFolder(source, manifests);
  const unit = folder === undefined ? undefined : unitsOf(manifests).get(folder);
  return unit ? [unit] : [];
}

/** What a source that reads folders below its own finds there. Patterns may leave any of it out. */
function unitsBelow(source: Place, manifests: ManifestSet): readonly Unit[] {
  const directory = source.at('directory');
  if (directory.at('recurse').value !== true || directory.at('include').exists || directory.at('exclude').exists) return [];
  const folder = isAboveWritten(source, manifests) ? '' : writtenFolder(source, manifests);
  if (folder === undefined) return [];
  return manifests.units.filter(({ id }) => folder === '' || id.startsWith(`${folder}/`));
}

/** Whether the source is the folder that this synth writes to, or one above it. */
function isAboveWritten(source: Place, manifests: ManifestSet): boolean {
  const path = source.at('path').text;
  if (path === '' || path.includes('{{')) return false;
  const folder = normal(path);
  return manifests.repositories.some(({ url, root }) =>
    sameRepository(url, source.at('repoURL').text) && (folder === '' || `${normal(root)}/`.startsWith(`${folder}/`)));
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
  return belowWritten(source.at('repoURL').text, source.at('path').text, manifests);
}

/** A path of a repository, from its top, below the folder that this synth writes to; undefined where it is none of it. */
export function belowWritten(repoURL: string, path: string, manifests: ManifestSet): string | undefined {
  const folder = normal(path);
  if (folder === '' || folder.includes('{{')) return undefined;
  for (const { url, root } of manifests.repositories) {
    const top = normal(root);
    if (!sameRepository(url, repoURL) || !(top === '' || `${folder}/`.startsWith(`${top}/`))) continue;
    return top === '' ? folder : folder.slice(top.length + 1);
  }
  // Of files that somebody wrote nobody says where they are committed.
  return manifests.repositories.length === 0 ? folder : undefined;
}

const unitsOf = readSetOnce(({ units }): ReadonlyMap<string, Unit> => new Map(units.map((unit) => [unit.id, unit])));

function normal(path: string): string {
  return path.split('/').filter((segment) => segment !== '' && segment !== '.').join('/');
}
