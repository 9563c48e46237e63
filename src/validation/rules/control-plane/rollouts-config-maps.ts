import { isJsonObject, type JsonValue } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';

/** The ConfigMap with the plugins of the Rollouts controller. */
export const ROLLOUTS_CONFIG = 'argo-rollouts-config';

/** The ConfigMap with the notifications of the Rollouts controller, or of a namespace in self-service. */
export const ROLLOUTS_NOTIFICATIONS = 'argo-rollouts-notification-configmap';

/** The texts by their keys of every ConfigMap of this name on the cluster that the object is for. */
export function configMapsFor(entry: ManifestEntry, name: string, manifests: ManifestSet): ReadonlyArray<Readonly<Record<string, string>>> {
  const here = namedIn(manifests).filter(({ id, unit }) => id.name === name && unit.destination.cluster === entry.unit.destination.cluster);
  return here.map(({ manifest }) => textsOf(manifest.data));
}

function textsOf(data: JsonValue | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(isJsonObject(data) ? data : {});
  return Object.fromEntries(entries.flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : [])));
}

/** One pass over the set serves all objects that ask. */
const found = new WeakMap<ManifestSet, { readonly size: number; readonly configMaps: readonly ManifestEntry[] }>();

function namedIn(manifests: ManifestSet): readonly ManifestEntry[] {
  const { entries } = manifests;
  let known = found.get(manifests);
  // Objects may have been added since.
  if (known?.size !== entries.length) {
    const configMaps = entries.filter(({ id }) => id.kind === 'ConfigMap' && id.group === '' && [ROLLOUTS_CONFIG, ROLLOUTS_NOTIFICATIONS].includes(id.name));
    known = { size: entries.length, configMaps };
    found.set(manifests, known);
  }
  return known.configMaps;
}
