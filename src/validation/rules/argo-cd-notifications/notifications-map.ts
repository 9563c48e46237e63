import { readYaml } from '../../../languages/yaml-text';
import { EntryIndex } from '../../../manifests/entry-index';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../manifests/json';
import type { Manifest } from '../../../manifests/manifest';
import type { ManifestEntry, ManifestSet } from '../../../manifests/manifest-set';
import { pointer, type Pointer } from '../../../manifests/pointer';
import { exampleMap } from '../argo-cd-settings/config-maps';

/** The ConfigMap with the notifications of Argo CD. */
export const ARGO_CD_NOTIFICATIONS = 'argocd-notifications-cm';

/** One text of the ConfigMap, as YAML. */
export interface NotificationEntry {
  readonly key: string;
  /** What follows `service.`, `template.`, `trigger.` or `defaultTriggers.`; the whole key of the others. */
  readonly name: string;
  readonly pointer: Pointer;
  readonly text: string;
  readonly value: JsonValue | undefined;
  /** Why the text is no YAML. */
  readonly problem: string | undefined;
}

/** One condition of a trigger. What is written as another scalar is a text to Argo CD. */
export interface TriggerCondition {
  readonly entry: NotificationEntry;
  readonly when: string;
  readonly oncePer: string;
  readonly send: readonly string[];
}

/** What an argocd-notifications-cm says, as far as it can be read. */
export interface NotificationsMap {
  readonly services: readonly NotificationEntry[];
  readonly templates: readonly NotificationEntry[];
  readonly triggers: readonly NotificationEntry[];
  readonly defaultTriggers: readonly NotificationEntry[];
  readonly subscriptions: NotificationEntry | undefined;
  readonly context: NotificationEntry | undefined;
  readonly conditions: readonly TriggerCondition[];
  /** What subscriptions call the services. */
  readonly serviceNames: readonly string[];
  /** Whether there is a `config.yaml` of a former version, which we do not read. */
  readonly isLegacy: boolean;
}

const read = new WeakMap<Manifest, NotificationsMap>();

/** What the object says, if it is an argocd-notifications-cm. Read once for all rules. */
export function notificationsMap({ manifest, id }: ManifestEntry): NotificationsMap | undefined {
  return id.name === ARGO_CD_NOTIFICATIONS && id.kind === 'ConfigMap' ? readNotifications(manifest) : undefined;
}

/** What a ConfigMap of the notification engine says: that of Argo CD, or that of Argo Rollouts. */
export function readNotifications(manifest: Manifest): NotificationsMap {
  let known = read.get(manifest);
  if (!known) {
    known = readNow(isJsonObject(manifest.data) ? manifest.data : {});
    read.set(manifest, known);
  }
  return known;
}

function readNow(data: JsonObject): NotificationsMap {
  const texts = Object.entries(data).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : []));
  const below = (prefix: string): NotificationEntry[] => texts.filter(([key]) => key.startsWith(prefix))
    .map(([key, text]) => entryOf(key, text, key.slice(prefix.length)));
  const one = (name: string): NotificationEntry | undefined =>
    texts.filter(([key]) => key === name).map(([key, text]) => entryOf(key, text, key))[0];
  const services = below('service.');
  const triggers = below('trigger.');
  const defaults = one('defaultTriggers');
  return {
    services,
    templates: below('template.'),
    triggers,
    defaultTriggers: [...defaults ? [defaults] : [], ...below('defaultTriggers.')],
    subscriptions: one('subscriptions'),
    context: one('context'),
    conditions: triggers.flatMap((entry) => itemsOf(entry.value).filter(isJsonObject).map((condition) => ({
      entry, when: textOf(condition.when), oncePer: textOf(condition.oncePer), send: itemsOf(condition.send).map(textOf),
    }))),
    serviceNames: services.map(({ key }) => key.split('.').at(-1)!),
    isLegacy: Object.hasOwn(data, 'config.yaml'),
  };
}

function entryOf(key: string, text: string, name: string): NotificationEntry {
  const { value, problem } = readYaml(text);
  return { key, name, pointer: pointer('/data', key), text, value: value as JsonValue | undefined, problem };
}

/** The items of a list, none of anything else. */
export function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value as readonly JsonValue[] : [];
}

/** A scalar as text, `''` for anything else. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Every argocd-notifications-cm for the cluster that the object is for. */
export function notificationsFor(entry: ManifestEntry, manifests: ManifestSet): readonly NotificationsMap[] {
  return BY_CLUSTER.find(manifests.entries, entry.unit.destination.cluster).map((one) => notificationsMap(one)!);
}

const BY_CLUSTER = new EntryIndex(({ id, unit }) =>
  (id.name === ARGO_CD_NOTIFICATIONS && id.kind === 'ConfigMap' && id.group === '' ? [unit.destination.cluster] : []));

/** An argocd-notifications-cm, for the examples of rules: the lines of its data, with somebody who is told. */
export function exampleNotifications(data: string): string {
  return exampleMap(ARGO_CD_NOTIFICATIONS, `
${data.trim()}
subscriptions: |
  - recipients: [slack:releases]
    triggers: [on-sync-failed]`);
}

const FAILED = 'app.status.operationState?.phase in [\'Error\', \'Failed\']';

/** A trigger with its template and service, for the examples of rules: its lines. */
export function exampleTrigger({ when = FAILED, oncePer = '', message = 'failed', slack = '' } = {}): string {
  return exampleNotifications(`
service.slack: |
  token: $slack-token
template.sync-failed: |
  message: ${message}
${slack === '' ? '' : `  slack:\n${slack.trim().split('\n').map((line) => `    ${line}`).join('\n')}\n`}trigger.on-sync-failed: |
  - when: ${when}
    send: [sync-failed]
${oncePer === '' ? '' : `    oncePer: ${oncePer}`}`);
}
