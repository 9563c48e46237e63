import type { ManifestEntry, ManifestSet } from '../manifests/manifest-set';
import type { Place } from '../manifests/references/place';
import { sourcesOf } from '../validation/rules/apps/application-spec';
import { deliveredObjects } from '../validation/rules/projects/delivered-objects';

/** What an Application delivers. */
export interface Delivery {
  /** The objects that are known here. */
  readonly objects: readonly ManifestEntry[];
  /** Every source: a folder of the output, or in words what it is. */
  readonly sources: readonly string[];
  /** Those sources whose objects are not known here. */
  readonly unknown: readonly string[];
}

/** What an Application delivers, as far as it is known here. */
export function deliveryOf(entry: ManifestEntry, manifests: ManifestSet): Delivery {
  // A folder that the Application itself lies in contains it.
  const objects = deliveredObjects(entry, manifests).filter((object) => object.manifest !== entry.manifest);
  const folders = [...new Set(objects.map(({ unit }) => unit.id))];
  const elsewhere = sourcesOf(entry).filter((source) => !folders.some((folder) => isIn(source, folder))).map(described).filter((text) => text !== '');
  return { objects, sources: [...folders, ...elsewhere], unknown: elsewhere };
}

function isIn(source: Place, folder: string): boolean {
  const path = source.at('path').text.replace(/^\/+|\/+$/g, '');
  return path === folder || path.endsWith(`/${folder}`) || source.at('directory', 'recurse').value === true;
}

function described(source: Place): string {
  const chart = source.at('chart').text;
  if (chart !== '') return `chart ${chart} ${source.at('targetRevision').text}`.trim();
  const path = source.at('path').text;
  // A source that only lends its files to others brings no objects.
  if (path === '') return source.at('ref').exists ? '' : 'the top of a repository';
  return `folder ${path}`;
}
