import { isJsonObject, type JsonObject } from '../../../manifests/json';
import type { ManifestSet } from '../../../manifests/manifest-set';

/** One pass over the set serves all Applications. */
const found = new WeakMap<ManifestSet, { readonly size: number; readonly data: JsonObject | undefined }>();

/** The data of every argocd-cm in the set together, undefined when there is none. */
export function argoCdConfig(manifests: ManifestSet): JsonObject | undefined {
  const { entries } = manifests;
  let known = found.get(manifests);
  // Objects may have been added since.
  if (known?.size !== entries.length) {
    const maps = entries.filter(({ id }) => id.kind === 'ConfigMap' && id.group === '' && id.name === 'argocd-cm');
    const all = maps.map(({ manifest }) => (isJsonObject(manifest.data) ? manifest.data : {}));
    known = { size: entries.length, data: maps.length > 0 ? Object.assign({}, ...all) as JsonObject : undefined };
    found.set(manifests, known);
  }
  return known.data;
}
