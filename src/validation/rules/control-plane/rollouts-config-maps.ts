import { EntryIndex } from '../../../manifests/entry-index';
import { isJsonObject, type JsonValue } from '../../../manifests/json';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { type NotificationsMap, readNotifications } from '../argo-cd-notifications/notifications-map';

/** The ConfigMap with the plugins of the Rollouts controller. */
export const ROLLOUTS_CONFIG = 'argo-rollouts-config';

/** The ConfigMap with the notifications of the Rollouts controller, or of a namespace in self-service. */
export const ROLLOUTS_NOTIFICATIONS = 'argo-rollouts-notification-configmap';

/** What the notifications of a Rollout are made of, if the object is the ConfigMap with it. */
export function rolloutNotifications({ id, manifest }: ManifestEntry): NotificationsMap | undefined {
  return id.name === ROLLOUTS_NOTIFICATIONS && id.kind === 'ConfigMap' ? readNotifications(manifest) : undefined;
}

/** Every notification ConfigMap on the cluster that the object is for. */
export function rolloutNotificationsFor(entry: ManifestEntry, manifests: ManifestSet): readonly NotificationsMap[] {
  return BY_CLUSTER.find(manifests.entries, `${ROLLOUTS_NOTIFICATIONS}\n${entry.unit.destination.cluster}`).map(({ manifest }) => readNotifications(manifest));
}

/** A ConfigMap of Argo Rollouts, for the examples of rules: the lines of its data. */
export function exampleRolloutsMap(name: string, data: string): string {
  const lines = data.trim().split('\n').map((line) => `  ${line}\n`).join('');
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: argo-rollouts\ndata:\n${lines}`;
}

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
