import { ofKind } from '../../../manifests/entry-index';
import { isJsonObject, type JsonObject } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { readSetOnce } from '../../../manifests/read-once';
import { mayMeet } from '../../../manifests/unit';

interface Configs {
  readonly maps: readonly ManifestEntry[];
  readonly data: JsonObject | undefined;
}

/** The data of every argocd-cm in the set together, undefined when there is none. */
export function argoCdConfig(manifests: ManifestSet): JsonObject | undefined {
  return configsIn(manifests).data;
}

/** The argocd-cm of the Argo CD that an Application belongs to, where there is no doubt which one that is. */
export function argoCdConfigOf(entry: ManifestEntry, manifests: ManifestSet): ManifestEntry | undefined {
  const candidates = configsIn(manifests).maps.filter(({ unit }) => mayMeet(unit, entry.unit));
  // Of several each belongs to the Argo CD of its namespace.
  const own = candidates.length > 1 ? candidates.filter(({ id }) => id.namespace === entry.id.namespace) : candidates;
  return own.length === 1 ? own[0] : undefined;
}

const configsIn = readSetOnce(({ entries }): Configs => {
  const maps = ofKind(entries, 'ConfigMap').filter(({ id }) => id.name === 'argocd-cm');
  const all = maps.map(({ manifest }) => (isJsonObject(manifest.data) ? manifest.data : {}));
  return { maps, data: maps.length > 0 ? Object.assign({}, ...all) as JsonObject : undefined };
});
