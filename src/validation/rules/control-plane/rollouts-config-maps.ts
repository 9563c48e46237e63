import { EntryIndex } from '../../../manifests/entry-index';
import { isJsonObject, type JsonValue } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';

/** The ConfigMap with the plugins of the Rollouts controller. */
export const ROLLOUTS_CONFIG = 'argo-rollouts-config';

/** The ConfigMap with the notifications of the Rollouts controller, or of a namespace in self-service. */
export const ROLLOUTS_NOTIFICATIONS = 'argo-rollouts-notification-configmap';

/** The texts by their keys of every ConfigMap of this name on the cluster that the object is for. */
export function configMapsFor(entry: ManifestEntry, name: string, manifests: ManifestSet): ReadonlyArray<Readonly<Record<string, string>>> {
  return BY_CLUSTER.find(manifests.entries, `${name}\n${entry.unit.destination.cluster}`).map(({ manifest }) => textsOf(manifest.data));
}

const BY_CLUSTER = new EntryIndex(({ id, unit }) =>
  (id.kind === 'ConfigMap' && id.group === '' && [ROLLOUTS_CONFIG, ROLLOUTS_NOTIFICATIONS].includes(id.name) ? [`${id.name}\n${unit.destination.cluster}`] : []));

function textsOf(data: JsonValue | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(isJsonObject(data) ? data : {});
  return Object.fromEntries(entries.flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : [])));
}
